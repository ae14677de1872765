-- What an audit lets people explore and nobody is judged by: whether groups differ at all, and the subgroups that fare worst. The latter
-- are JSON, as the outcome file has them.
create table audit_pair_test (
    run_id uuid not null references audit_run (id),
    ordinal int not null,
    feature_set int not null,
    metric varchar(80) not null,
    features text not null,
    over_features text not null,
    pair_group text not null,
    pair_reference text not null,
    test varchar(80) not null,
    p_value double precision,
    adjusted_p_value double precision,
    undefined text,
    primary key (run_id, ordinal)
);
create index audit_pair_test_feature_set on audit_pair_test (run_id, feature_set);
create table audit_worst_slices (
    run_id uuid primary key references audit_run (id),
    found text not null
);
