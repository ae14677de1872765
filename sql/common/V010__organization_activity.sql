-- Companies, departments and audit bodies, who works there in which role, and who may audit whom.
create table organization_organization (
    id uuid primary key,
    slug varchar(80) not null unique,
    name_en varchar(200) not null,
    name_zh varchar(200) not null,
    kind varchar(40) not null,
    created_at timestamp with time zone not null
);

create table organization_member (
    id uuid primary key,
    organization_id uuid not null references organization_organization (id),
    issuer varchar(400) not null,
    subject varchar(255) not null,
    role varchar(40) not null,
    display_name varchar(200) not null,
    since timestamp with time zone not null,
    unique (organization_id, issuer, subject, role)
);
create index organization_member_person on organization_member (issuer, subject);

create table organization_audit_mandate (
    id uuid primary key,
    organization_id uuid not null references organization_organization (id),
    auditor_organization_id uuid not null references organization_organization (id),
    since timestamp with time zone not null,
    unique (organization_id, auditor_organization_id)
);
create index organization_audit_mandate_auditor on organization_audit_mandate (auditor_organization_id);

-- Who did what, hash-chained per organization. Rows are only ever inserted. The chain row is the lock that orders them.
create table activity_chain (
    organization_id uuid primary key
);
-- what belongs to no organization
insert into activity_chain (organization_id) values ('00000000-0000-0000-0000-000000000000');

create table activity_record (
    id uuid primary key,
    organization_id uuid not null references activity_chain (organization_id),
    sequence_number bigint not null,
    occurred_at timestamp with time zone not null,
    actor_issuer varchar(400) not null,
    actor_subject varchar(255) not null,
    actor_name varchar(200) not null,
    action varchar(80) not null,
    subject_type varchar(80) not null,
    subject_id varchar(120) not null,
    details text not null,
    previous_hash varchar(64) not null,
    hash varchar(64) not null,
    unique (organization_id, sequence_number)
);
create index activity_record_subject on activity_record (subject_type, subject_id);
