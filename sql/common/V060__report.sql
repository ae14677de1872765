-- Numbers are given out one after the other within a year; the year's row is the lock. A publication that is rolled back gives
-- its number back.
create table report_sequence (
    report_year int primary key,
    last_number int not null,
    check (last_number >= 0)
);

-- Four eyes, by person, in the database as well: a report repeats its audit's author (so says the foreign key), and its
-- publisher is somebody else.
alter table audit_run add constraint audit_run_author unique (id, author_issuer, author_subject);

-- snapshot: the published bytes, canonical JSON in UTF-8; sha256 is their digest. The other columns repeat what the register's
-- list needs.
create table report_report (
    report_number varchar(20) primary key,
    run_id uuid not null unique,
    model_version_id uuid not null references registry_model_version (id),
    organization_id uuid not null references organization_organization (id),
    status varchar(20) not null,
    author_issuer varchar(400) not null,
    author_subject varchar(255) not null,
    publisher_issuer varchar(400) not null,
    publisher_subject varchar(255) not null,
    publisher_name varchar(200) not null,
    published_at timestamp with time zone not null,
    snapshot text not null,
    sha256 varchar(64) not null,
    title text not null,
    summary text not null,
    organization_name text not null,
    task varchar(60) not null,
    domain varchar(60) not null,
    disparities_shown int not null,
    within_tolerance int not null,
    insufficient_evidence int not null,
    search_text text not null,
    foreign key (run_id, author_issuer, author_subject)
        references audit_run (id, author_issuer, author_subject),
    check (publisher_issuer <> author_issuer or publisher_subject <> author_subject),
    check (status in ('PUBLISHED', 'CORRECTED', 'LAPSED', 'WITHDRAWN'))
);
create index report_report_published on report_report (published_at desc);
create index report_report_model_version on report_report (model_version_id, published_at desc);
