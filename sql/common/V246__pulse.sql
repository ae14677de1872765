-- One row that is written again and again: a database that cannot keep it keeps nothing else either.
create table database_pulse (
    id int primary key,
    beat bigint not null
);
insert into database_pulse (id, beat) values (1, 0);
