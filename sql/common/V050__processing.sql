-- Why data about people is processed. A change is a new row with the next number: what a record points to never changes.
-- The texts are JSON: {"en": "...", "zh": "..."}; outcomes is JSON too: by code, such a text.
create table processing_activity (
    id uuid primary key,
    activity_id uuid not null,
    version_number int not null,
    organization_id uuid not null references organization_organization (id),
    model_version_id uuid not null references registry_model_version (id),
    what_happens text not null,
    purpose text not null,
    legal_basis text not null,
    data_categories text not null,
    recipients text not null,
    retention text not null,
    outcomes text not null,
    decided_by_computer_alone boolean not null,
    contact varchar(400) not null,
    created_at timestamp with time zone not null,
    unique (activity_id, version_number)
);
create index processing_activity_organization on processing_activity (organization_id);
create index processing_activity_model_version on processing_activity (model_version_id);
