-- Of language models the answers, or the texts with a name exchanged, that fared worst: in quote a JSON object as the outcome file has it.
create table audit_quote (
    run_id uuid not null references audit_run (id),
    ordinal int not null,
    line bigint not null,
    features text not null,
    quote text not null,
    primary key (run_id, ordinal)
);
