create table registry_model (
    id uuid primary key,
    organization_id uuid not null references organization_organization (id),
    name varchar(200) not null,
    purpose varchar(4000) not null,
    task varchar(60) not null,
    domain varchar(60) not null,
    licence varchar(200) not null,
    created_at timestamp with time zone not null,
    unique (organization_id, name)
);

-- One immutable artifact. A closed model brings no file: sha256 is null and datasets carry its answers.
-- status: INSPECTING, READY, REFUSED.
create table registry_model_version (
    id uuid primary key,
    model_id uuid not null references registry_model (id),
    version_number int not null,
    label varchar(40) not null,
    sha256 varchar(64),
    size_bytes bigint,
    status varchar(20) not null,
    refusal varchar(1000),
    signature text,
    submitter_issuer varchar(400) not null,
    submitter_subject varchar(255) not null,
    submitter_name varchar(200) not null,
    submitted_at timestamp with time zone not null,
    version bigint not null,
    unique (model_id, version_number),
    unique (model_id, label)
);
create index registry_model_version_sha256 on registry_model_version (sha256);
