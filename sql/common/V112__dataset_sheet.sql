-- A version's datasheet; which version its roles were taken over from; what its groups look like (survey), whether they are
-- being counted; and, for a refused file, what is wrong with its lines.
alter table dataset_version add column datasheet text default '{}' not null;
alter table dataset_version add column roles_from int;
alter table dataset_version add column survey text;
alter table dataset_version add column survey_due boolean default false not null;
alter table dataset_version add column faults text;
