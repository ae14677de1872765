-- One use of one person's data. The person is a keyed pseudonym cut to 128 bits, one key for each controller; no name, no
-- account.
create table datausage_record (
    id uuid primary key,
    subject_key uuid not null,
    key_id varchar(16) not null,
    occurred_at timestamp with time zone not null,
    activity_id uuid not null references processing_activity (id),
    model_version_id uuid not null references registry_model_version (id),
    outcome varchar(60) not null,
    human_involvement varchar(20) not null
);
create index datausage_record_subject on datausage_record (subject_key, occurred_at desc);

-- One look of a person at their own records, under the portal's own key.
create table datausage_look (
    id uuid primary key,
    subject_key uuid not null,
    key_id varchar(16) not null,
    occurred_at timestamp with time zone not null
);
create index datausage_look_subject on datausage_look (subject_key, occurred_at desc);
