-- What the API answered to a request with an Idempotency-Key, for a day, so that it may be sent twice.
-- person: SHA-256 of issuer and subject; status is null while the request is being answered.
create table api_answer (
    person char(64) not null,
    idempotency_key varchar(100) not null,
    request_sha256 char(64) not null,
    begun_at timestamp with time zone not null,
    status smallint,
    location varchar(500) not null,
    body text not null,
    primary key (person, idempotency_key)
);

create index api_answer_begun_at on api_answer (begun_at);
