-- A report is a chain of entries: published, corrected, lapsed, withdrawn. No entry and no version is ever changed; what stands
-- today is repeated in report_report, so that the register's list reads nothing else.

-- A published version, immutable. snapshot: the published bytes, canonical JSON in UTF-8; sha256 is their digest.
create table report_version (
    sha256 varchar(64) primary key,
    report_number varchar(20) not null,
    version int not null,
    run_id uuid not null,
    model_version_id uuid not null references registry_model_version (id),
    author_issuer varchar(400) not null,
    author_subject varchar(255) not null,
    publisher_issuer varchar(400) not null,
    publisher_subject varchar(255) not null,
    publisher_name varchar(200) not null,
    published_at timestamp with time zone not null,
    snapshot text not null,
    constraint report_version_number unique (report_number, version),
    constraint report_version_from_one check (version >= 1),
    constraint report_version_author foreign key (run_id, author_issuer, author_subject)
        references audit_run (id, author_issuer, author_subject),
    constraint report_version_four_eyes check (publisher_issuer <> author_issuer or publisher_subject <> author_subject)
);
insert into report_version
    select sha256, report_number, 1, run_id, model_version_id, author_issuer, author_subject, publisher_issuer,
        publisher_subject, publisher_name, published_at, snapshot
    from report_report;
create index report_version_model_version on report_version (model_version_id, published_at desc);
create index report_version_run on report_version (run_id);

-- What the register lists: the version that stands, and how it stands.
create table report_listed (
    report_number varchar(20) primary key,
    version int not null,
    status varchar(20) not null,
    model_version_id uuid not null references registry_model_version (id),
    auditor_id uuid not null references organization_organization (id),
    organization_id uuid not null references organization_organization (id),
    organization_slug varchar(80) not null,
    organization_name varchar(1000) not null,
    title varchar(4000) not null,
    summary varchar(4000) not null,
    task varchar(60) not null,
    domain varchar(60) not null,
    verdict varchar(20) not null,
    disparities_shown int not null,
    within_tolerance int not null,
    insufficient_evidence int not null,
    published_at timestamp with time zone not null,
    published_year int not null,
    changed_at timestamp with time zone not null,
    valid_until timestamp with time zone not null,
    entry_count int not null,
    last_entry varchar(64) not null,
    constraint report_listed_status check (status in ('PUBLISHED', 'CORRECTED', 'LAPSED', 'WITHDRAWN')),
    constraint report_listed_verdict check (verdict in ('SHOWN', 'UNSURE', 'WITHIN'))
);
insert into report_listed
    select r.report_number, 1, r.status, r.model_version_id, a.organization_id, r.organization_id, o.slug,
        r.organization_name, r.title, r.summary, r.task, r.domain,
        case when r.disparities_shown > 0 then 'SHOWN' when r.insufficient_evidence > 0 then 'UNSURE' else 'WITHIN' end,
        r.disparities_shown, r.within_tolerance, r.insufficient_evidence, r.published_at,
        extract(year from r.published_at at time zone 'UTC'), r.published_at, r.published_at + interval '1' year, 0, ''
    from report_report r
    join audit_run a on a.id = r.run_id
    join organization_organization o on o.id = r.organization_id;

-- An audit is reported once.
create table report_run (
    run_id uuid primary key references audit_run (id),
    report_number varchar(20) not null,
    constraint report_run_number unique (run_id, report_number)
);
insert into report_run select run_id, report_number from report_report;
alter table report_version add constraint report_version_run foreign key (run_id, report_number)
    references report_run (run_id, report_number);

drop table report_report;
alter table report_listed rename to report_report;
create index report_report_published on report_report (published_at desc, report_number desc);
create index report_report_shown on report_report (disparities_shown desc, published_at desc, report_number desc);
create index report_report_auditor on report_report (auditor_id, changed_at desc);
create index report_report_expiry on report_report (status, valid_until);
create index report_report_facets
    on report_report (organization_slug, organization_name, task, domain, verdict, status, published_year);

-- What happened to a report, in order. json: the entry's statement as canonical JSON; sha256 is its digest, and it names the
-- digest of the entry before it. Four eyes, by person: who asked for an entry did not let it be published. Only time asks for
-- a report to lapse.
create table report_entry (
    sha256 varchar(64) primary key,
    report_number varchar(20) not null references report_report (report_number),
    entry_number int not null,
    kind varchar(20) not null,
    version int not null,
    happened_at timestamp with time zone not null,
    statement text not null,
    previous_sha256 varchar(64),
    requester_issuer varchar(400),
    requester_subject varchar(255),
    approver_issuer varchar(400),
    approver_subject varchar(255),
    constraint report_entry_number unique (report_number, entry_number),
    constraint report_entry_kind check (kind in ('PUBLISHED', 'CORRECTED', 'LAPSED', 'WITHDRAWN')),
    constraint report_entry_first check ((entry_number = 1) = (previous_sha256 is null)),
    constraint report_entry_persons check (kind = 'LAPSED' or (requester_issuer is not null
        and requester_subject is not null and approver_issuer is not null and approver_subject is not null)),
    constraint report_entry_four_eyes
        check (requester_issuer <> approver_issuer or requester_subject <> approver_subject)
);

-- What is written but not published: a first report (id is the audit's), a correction, or a withdrawal.
-- state: OPEN, PUBLISHED, DROPPED. revision counts how often it was saved.
create table report_draft (
    id uuid primary key,
    kind varchar(20) not null,
    report_number varchar(20) references report_report (report_number),
    base_version int,
    run_id uuid not null references audit_run (id),
    auditor_id uuid not null references organization_organization (id),
    explanation text,
    judgement_zh text not null,
    reason varchar(9000),
    writer_issuer varchar(400) not null,
    writer_subject varchar(255) not null,
    writer_name varchar(200) not null,
    saved_at timestamp with time zone not null,
    state varchar(20) not null,
    revision int not null,
    constraint report_draft_kind check (kind in ('PUBLISHED', 'CORRECTED', 'WITHDRAWN')),
    constraint report_draft_state check (state in ('OPEN', 'PUBLISHED', 'DROPPED')),
    constraint report_draft_change
        check ((kind = 'PUBLISHED') = (report_number is null) and (kind = 'PUBLISHED') = (reason is null))
);
create index report_draft_report on report_draft (report_number, state);
create index report_draft_auditor on report_draft (auditor_id, state, saved_at desc);

-- The words a report is found by: of languages with blanks whole words, of Chinese single characters and pairs.
create table report_word (
    word varchar(60) not null,
    report_number varchar(20) not null references report_report (report_number),
    primary key (word, report_number)
);
create index report_word_report on report_word (report_number);

-- The digests of files that published reports name. kind: MODEL, DATASET, PLAN.
create table report_file (
    sha256 varchar(64) not null,
    kind varchar(20) not null,
    report_number varchar(20) not null references report_report (report_number),
    version int not null,
    primary key (sha256, kind, report_number, version)
);
