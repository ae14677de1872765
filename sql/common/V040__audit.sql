-- One audit: its frozen plan, who asked for it, and where it stands. status: QUEUED, RUNNING, COMPLETED, FAILED, CANCELLED.
-- attempt is the fencing number: whoever writes for a run names the attempt it was given.
create table audit_run (
    id uuid primary key,
    number varchar(20) not null unique,
    organization_id uuid not null references organization_organization (id),
    model_version_id uuid not null references registry_model_version (id),
    model_organization_id uuid not null references organization_organization (id),
    model_name varchar(200) not null,
    model_label varchar(40) not null,
    dataset_version_id uuid not null references dataset_version (id),
    dataset_name varchar(200) not null,
    dataset_number int not null,
    policy_name varchar(60) not null,
    policy_version varchar(20) not null,
    plan text not null,
    plan_sha256 varchar(64) not null,
    author_issuer varchar(400) not null,
    author_subject varchar(255) not null,
    author_name varchar(200) not null,
    queued_at timestamp with time zone not null,
    status varchar(20) not null,
    attempt int not null,
    attempt_limit int not null,
    cancel_requested boolean not null,
    node varchar(200),
    lease_until timestamp with time zone,
    started_at timestamp with time zone,
    finished_at timestamp with time zone,
    stage varchar(40),
    rows_done bigint,
    rows_total bigint,
    rows_per_second double precision,
    seconds_left double precision,
    progress_at timestamp with time zone,
    sandboxed boolean,
    failure varchar(40),
    failure_detail varchar(2000),
    outcome_sha256 varchar(64),
    outcome_head text,
    shown_count int,
    within_count int,
    unsure_count int,
    constraint audit_run_status check (status in ('QUEUED', 'RUNNING', 'COMPLETED', 'FAILED', 'CANCELLED')),
    constraint audit_run_completed check (status <> 'COMPLETED' or (outcome_sha256 is not null and outcome_head is not null)),
    constraint audit_run_failed check (status <> 'FAILED' or failure is not null)
);
create index audit_run_waiting on audit_run (status, queued_at);
create index audit_run_organization on audit_run (organization_id, status, queued_at);
create index audit_run_model_version on audit_run (model_version_id);

-- A form that is sent twice starts one audit.
create table audit_start_token (
    token varchar(64) not null,
    issuer varchar(400) not null,
    subject varchar(255) not null,
    run_id uuid not null,
    primary key (token, issuer, subject)
);

-- The last number given in a year; the row is the lock that orders them. kind: RUN, FINDING.
create table audit_number (
    kind varchar(20) not null,
    number_year int not null,
    last_number int not null,
    primary key (kind, number_year)
);

-- What happened to a run, for its page.
create table audit_event (
    id uuid primary key,
    run_id uuid not null references audit_run (id),
    attempt int not null,
    happened_at timestamp with time zone not null,
    kind varchar(40) not null,
    detail varchar(2000) not null
);
create index audit_event_run on audit_event (run_id, happened_at);

-- What the engine measured: one row per measurement, as the outcome file has it. Written once, with the completed run.
create table audit_metric_result (
    run_id uuid not null references audit_run (id),
    ordinal int not null,
    metric varchar(80) not null,
    features text not null,
    over_features text not null,
    extreme_groups text not null,
    pair_group text,
    pair_reference text,
    at_parameters text not null,
    measured double precision,
    undefined varchar(500),
    numerator double precision,
    denominator double precision,
    interval_low double precision,
    interval_high double precision,
    interval_confidence double precision,
    interval_method varchar(80),
    no_interval varchar(500),
    primary key (run_id, ordinal),
    constraint audit_metric_result_value check ((measured is null) <> (undefined is null)),
    constraint audit_metric_result_interval check ((interval_low is null) <> (no_interval is null))
);
create index audit_metric_result_metric on audit_metric_result (run_id, metric);

-- Who was counted.
create table audit_group (
    run_id uuid not null references audit_run (id),
    ordinal int not null,
    features text not null,
    row_count bigint not null,
    true_positives bigint not null,
    false_positives bigint not null,
    false_negatives bigint not null,
    true_negatives bigint not null,
    small boolean not null,
    primary key (run_id, ordinal)
);

-- What the policy says about each pair of a group and its reference.
create table audit_comparison (
    run_id uuid not null references audit_run (id),
    ordinal int not null,
    metric varchar(80) not null,
    tolerance_scale varchar(20) not null,
    tolerance_bound double precision not null,
    group_features text not null,
    reference_features text not null,
    group_numerator bigint not null,
    group_denominator bigint not null,
    reference_numerator bigint not null,
    reference_denominator bigint not null,
    gap double precision,
    gap_undefined varchar(500),
    interval_low double precision,
    interval_high double precision,
    interval_confidence double precision,
    interval_method varchar(80),
    no_interval varchar(500),
    p_value double precision,
    adjusted_p_value double precision,
    verdict varchar(40) not null,
    doubt varchar(40),
    primary key (run_id, ordinal),
    constraint audit_comparison_verdict check (verdict in ('DISPARITY_SHOWN', 'WITHIN_TOLERANCE', 'INSUFFICIENT_EVIDENCE')),
    constraint audit_comparison_doubt check ((verdict = 'INSUFFICIENT_EVIDENCE') = (doubt is not null))
);

-- The recorded fact that a verdict went beyond the policy. severity: LOW, MEDIUM, HIGH.
create table audit_finding (
    id uuid primary key,
    number varchar(20) not null unique,
    run_id uuid not null,
    comparison_ordinal int not null,
    severity varchar(20) not null,
    unique (run_id, comparison_ordinal),
    foreign key (run_id, comparison_ordinal) references audit_comparison (run_id, ordinal)
);

-- The auditor's judgement of a completed run. status: OPEN, JUDGED, APPROVED, REJECTED.
create table audit_review (
    run_id uuid primary key references audit_run (id),
    status varchar(20) not null,
    judgement text not null,
    judge_issuer varchar(400),
    judge_subject varchar(255),
    judge_name varchar(200),
    judged_at timestamp with time zone,
    version bigint not null,
    constraint audit_review_judged check (status = 'OPEN' or judged_at is not null)
);
