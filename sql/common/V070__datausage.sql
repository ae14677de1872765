-- One use of one person's data, or (kind LOOKUP) one look of the person at these records. The person is a keyed pseudonym cut
-- to 128 bits, one key for each controller; no name, no account.
create table datausage_record (
    id uuid primary key,
    kind varchar(10) not null,
    subject_key uuid not null,
    key_id varchar(16) not null,
    occurred_at timestamp with time zone not null,
    activity_id uuid references processing_activity (id),
    model_version_id uuid references registry_model_version (id),
    outcome varchar(60),
    human_involvement varchar(20),
    check (kind in ('USE', 'LOOKUP')),
    check (kind = 'LOOKUP'
        or (activity_id is not null and model_version_id is not null and outcome is not null
            and human_involvement is not null))
);
create index datausage_record_subject on datausage_record (subject_key, occurred_at desc);
