-- What people are told, in the portal and by mail. person_key is a digest of issuer and subject, nothing else about a person.
create table notification_notice (
    id uuid primary key,
    person_key uuid not null,
    kind varchar(40) not null,
    -- which audit, finding, report or version; all that a mail says of it
    reference varchar(60) not null,
    -- what people call it; in the portal only
    about varchar(250) not null,
    address varchar(400) not null,
    -- what is told once only has the same occasion each time
    occasion varchar(120) not null,
    happened_at timestamp with time zone not null,
    read_at timestamp with time zone,
    unique (person_key, occasion)
);
create index notification_notice_inbox on notification_notice (person_key, happened_at);
create index notification_notice_unread on notification_notice (person_key, read_at);
create index notification_notice_age on notification_notice (happened_at);

-- The outbox: a mail to be sent about a notice. state: WAITING, SENT, GIVEN_UP.
create table notification_mail (
    notice_id uuid primary key references notification_notice (id) on delete cascade,
    state varchar(20) not null,
    tries int not null,
    next_try_at timestamp with time zone not null,
    ended_at timestamp with time zone,
    problem varchar(300) not null,
    constraint notification_mail_state check (state in ('WAITING', 'SENT', 'GIVEN_UP'))
);
create index notification_mail_due on notification_mail (state, next_try_at);

-- Where to write to and in which language, as the last sign-in told. Only of people who hold a role in an organization.
create table notification_contact (
    person_key uuid primary key,
    address varchar(254),
    language varchar(10) not null,
    seen_at timestamp with time zone not null
);

-- What somebody wants otherwise than usual. way: NONE, PORTAL, MAIL.
create table notification_preference (
    id uuid primary key,
    person_key uuid not null,
    kind varchar(40) not null,
    way varchar(10) not null,
    unique (person_key, kind),
    constraint notification_preference_way check (way in ('NONE', 'PORTAL', 'MAIL'))
);
