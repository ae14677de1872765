-- What is compared need no longer be a share of people: its value, and how sure that is, stand beside the two counts that shares have.
alter table audit_comparison add column of_class varchar(200);
alter table audit_comparison add column group_value double precision;
alter table audit_comparison add column group_undefined varchar(500);
alter table audit_comparison add column group_error double precision;
alter table audit_comparison add column group_freedom double precision;
alter table audit_comparison add column reference_value double precision;
alter table audit_comparison add column reference_undefined varchar(500);
alter table audit_comparison add column reference_error double precision;
alter table audit_comparison add column reference_freedom double precision;
alter table audit_comparison alter column group_numerator drop not null;
alter table audit_comparison alter column reference_numerator drop not null;

-- Only a classifier with two answers has these.
alter table audit_group alter column true_positives drop not null;
alter table audit_group alter column false_positives drop not null;
alter table audit_group alter column false_negatives drop not null;
alter table audit_group alter column true_negatives drop not null;

-- Metric and class.
alter table audit_finding alter column metric set data type varchar(300);

-- Of classifiers of several classes: the classes, and of each group which of them its rows were taken for. cells is JSON: of each cell
-- that holds rows the place of the label, that of the answer, and the rows.
create table audit_class (
    run_id uuid not null references audit_run (id),
    ordinal int not null,
    label varchar(1000) not null,
    primary key (run_id, ordinal)
);
create table audit_class_answers (
    run_id uuid not null references audit_run (id),
    ordinal int not null,
    feature_set int not null,
    features text not null,
    cells text not null,
    primary key (run_id, ordinal)
);
create index audit_class_answers_feature_set on audit_class_answers (run_id, feature_set);
