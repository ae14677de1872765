-- A version's model card, whether it is still a draft, and its withdrawal. status: INSPECTING, DRAFT, READY, REFUSED, WITHDRAWN.
alter table registry_model_version add column card text default '{}' not null;
alter table registry_model_version add column draft boolean default false not null;
alter table registry_model_version add column withdrawn_at timestamp with time zone;
alter table registry_model_version add column withdrawn_by varchar(200);
alter table registry_model_version add column withdrawal varchar(4000);
alter table registry_model add column version bigint default 0 not null;
