-- How sure a value is that is no share of rows: for tests against other values. Infinite degrees of freedom are null.
alter table audit_metric_result add column standard_error double precision;
alter table audit_metric_result add column degrees_of_freedom double precision;
