-- Who does not want to see the guide through a first audit any more. person_key as in notification_notice.
create table desk_guide_dismissal (
    person_key uuid primary key,
    dismissed_at timestamp with time zone not null
);
