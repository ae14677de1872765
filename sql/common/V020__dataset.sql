create table dataset_dataset (
    id uuid primary key,
    organization_id uuid not null references organization_organization (id),
    name varchar(200) not null,
    description varchar(4000) not null,
    created_at timestamp with time zone not null,
    unique (organization_id, name)
);

-- One fixed file of labelled rows. status: PROFILING, PROFILED, READY, REFUSED.
create table dataset_version (
    id uuid primary key,
    dataset_id uuid not null references dataset_dataset (id),
    version_number int not null,
    sha256 varchar(64) not null,
    size_bytes bigint not null,
    format varchar(20) not null,
    status varchar(20) not null,
    refusal varchar(1000),
    row_count bigint,
    profile text,
    roles text,
    submitter_issuer varchar(400) not null,
    submitter_subject varchar(255) not null,
    submitter_name varchar(200) not null,
    submitted_at timestamp with time zone not null,
    version bigint not null,
    unique (dataset_id, version_number)
);
create index dataset_version_sha256 on dataset_version (sha256);
