-- What the store holds on the disk, as it was counted last. One row.
create table dataset_store_measure (
    id int primary key,
    files bigint not null,
    size_bytes bigint not null,
    measured_at timestamp with time zone not null
);
