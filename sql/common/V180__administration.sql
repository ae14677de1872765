-- Two administrators may change an organization at once; one that is disabled may be read and does nothing more.
alter table organization_organization add column version bigint default 0 not null;
alter table organization_organization add column disabled_at timestamp with time zone;
alter table organization_organization add column disabled_reason varchar(1000);

-- Whoever records an act holds this row: while it is suspended, nobody of the organization acts.
alter table activity_chain add column suspended boolean default false not null;
create index activity_record_action on activity_record (organization_id, action);

-- Why a mandate was given, and by whom.
alter table organization_audit_mandate add column reason varchar(1000) default '' not null;
alter table organization_audit_mandate add column giver_name varchar(200) default '' not null;

-- A code that gives whoever accepts it first some roles in one organization. Only its digest is kept.
-- status: OPEN, ACCEPTED, WITHDRAWN; an open one lapses at expires_at.
create table organization_invitation (
    id uuid primary key,
    organization_id uuid not null references organization_organization (id),
    note varchar(200) not null,
    roles varchar(200) not null,
    code_sha256 varchar(64) not null unique,
    maker_issuer varchar(400) not null,
    maker_subject varchar(255) not null,
    maker_name varchar(200) not null,
    made_at timestamp with time zone not null,
    expires_at timestamp with time zone not null,
    status varchar(20) not null,
    ended_at timestamp with time zone,
    accepter_issuer varchar(400),
    accepter_subject varchar(255),
    accepter_name varchar(200),
    version bigint not null,
    constraint organization_invitation_status check (status in ('OPEN', 'ACCEPTED', 'WITHDRAWN')),
    constraint organization_invitation_accepted check ((status = 'ACCEPTED') = (accepter_subject is not null)),
    constraint organization_invitation_own check (accepter_subject is null
        or accepter_subject <> maker_subject or accepter_issuer <> maker_issuer)
);
create index organization_invitation_organization on organization_invitation (organization_id, status, made_at);
