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
