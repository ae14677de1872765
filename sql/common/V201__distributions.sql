-- How the errors of a regression, or the places of a ranking, are spread: the bins that all groups share, and how many rows of each group
-- each bin holds. edges and counts are JSON lists.
create table audit_distribution (
    run_id uuid primary key references audit_run (id),
    number_of varchar(40) not null,
    edges text not null
);
create table audit_distribution_group (
    run_id uuid not null references audit_run (id),
    ordinal int not null,
    feature_set int not null,
    features text not null,
    counts text not null,
    primary key (run_id, ordinal)
);
create index audit_distribution_group_feature_set on audit_distribution_group (run_id, feature_set);
