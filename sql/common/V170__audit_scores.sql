-- Where a measurement belongs: 0 to the whole dataset, 1, 2, ... to the plan's feature sets in their order, -1 to neither. A page
-- about one feature reads its own measurements only. Null in rows written before there was this column.
alter table audit_metric_result add column feature_set int;
create index audit_metric_result_feature_set on audit_metric_result (run_id, feature_set);

-- How each group's scores are spread. feature_set as above; bins is JSON: of each bin that holds rows its place of 100, the labelled
-- positives, the labelled negatives and the sum of their scores.
create table audit_score_bins (
    run_id uuid not null references audit_run (id),
    ordinal int not null,
    feature_set int not null,
    features text not null,
    bins text not null,
    primary key (run_id, ordinal)
);
create index audit_score_bins_feature_set on audit_score_bins (run_id, feature_set);

-- A run that repeats another one's frozen plan, and whether it found the same. The verdict columns are null until both are known;
-- intact is false where an outcome file was not there as it was recorded. differing is JSON: what differs, at most a hundred.
create table audit_replay (
    run_id uuid primary key references audit_run (id),
    original_id uuid not null references audit_run (id),
    compared_at timestamp with time zone,
    intact boolean,
    equal_count int,
    near_count int,
    differing_count int,
    differing text
);
create index audit_replay_original on audit_replay (original_id);
