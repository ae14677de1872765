-- What the engine of an attempt said, for people who look for a fault: the first and the last lines. Written once, at its end.
create table audit_engine_line (
    run_id uuid not null references audit_run (id),
    attempt int not null,
    ordinal int not null,
    line varchar(1000) not null,
    primary key (run_id, attempt, ordinal)
);

-- What recent audits took.
create index audit_run_finished on audit_run (status, finished_at);
