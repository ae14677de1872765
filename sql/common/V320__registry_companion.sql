-- What a version's model needs beside its file: other files (kind: VOCABULARY, TOKENIZER), and how it is fed, as JSON.
create table registry_companion (
    version_id uuid not null references registry_model_version (id),
    kind varchar(20) not null,
    file_name varchar(300) not null,
    sha256 varchar(64) not null,
    size_bytes bigint not null,
    primary key (version_id, kind)
);
create index registry_companion_sha256 on registry_companion (sha256);
alter table registry_model_version add column settings text default '{}' not null;
