-- What the engine said of the machine of each node when it was asked last.
create table desk_system_check (
    node varchar(200) primary key,
    asked_at timestamp with time zone not null,
    checked_at timestamp with time zone,
    walled boolean,
    answer text,
    failure varchar(1000)
);
