-- Files on their way in, piece by piece. finished_sha256 is null until all bytes are there and are what the sender says.
create table dataset_upload (
    id uuid primary key,
    person_issuer varchar(400) not null,
    person_subject varchar(255) not null,
    kind varchar(20) not null,
    file_name varchar(300) not null,
    fingerprint varchar(64) not null,
    size_bytes bigint not null,
    received_bytes bigint not null,
    finished_sha256 varchar(64),
    touched_at timestamp with time zone not null
);
create index dataset_upload_person on dataset_upload (person_issuer, person_subject);
create index dataset_upload_touched_at on dataset_upload (touched_at);
