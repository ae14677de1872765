-- What some tasks tell beside their numbers. Of a verification the errors at each threshold, which all groups share: thresholds and counts are
-- JSON lists.
create table audit_trade_off (
    run_id uuid primary key references audit_run (id),
    thresholds text not null
);
create table audit_trade_off_group (
    run_id uuid not null references audit_run (id),
    ordinal int not null,
    feature_set int not null,
    features text not null,
    genuine bigint not null,
    impostor bigint not null,
    false_matches text not null,
    false_non_matches text not null,
    primary key (run_id, ordinal)
);
create index audit_trade_off_group_feature_set on audit_trade_off_group (run_id, feature_set);

-- Of speech recognition the snippets that were understood worst.
create table audit_transcript (
    run_id uuid not null references audit_run (id),
    ordinal int not null,
    line bigint not null,
    features text not null,
    reference text not null,
    hypothesis text not null,
    words int not null,
    word_substitutions int not null,
    word_deletions int not null,
    word_insertions int not null,
    characters int not null,
    character_substitutions int not null,
    character_deletions int not null,
    character_insertions int not null,
    primary key (run_id, ordinal)
);

-- What authors and critics of a benchmark say that its scores cannot show.
create table audit_benchmark_note (
    run_id uuid not null references audit_run (id),
    ordinal int not null,
    metrics text not null,
    note text not null,
    source text not null,
    primary key (run_id, ordinal)
);

-- The parameters that make several measures of one metric, such as the target of a threshold: a JSON object; null where there are none.
alter table audit_comparison add column at_parameters text;
