package org.aimass.database;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import javax.sql.DataSource;

/**
 * Opens the database that {@code AIMASS_DB_CLASS}, {@code AIMASS_DB_URL}, {@code AIMASS_DB_USER} and
 * {@code AIMASS_DB_PASSWORD} name, brings its tables up to date, and then lets the rooms start. A database that cannot be
 * brought up to date keeps the portal from starting.
 */
@DataSourceDefinition(
        name = Database.DATA_SOURCE,
        className = "${MPCONFIG=aimass.db.class}",
        url = "${MPCONFIG=aimass.db.url}",
        user = "${MPCONFIG=aimass.db.user}",
        password = "${MPCONFIG=aimass.db.password}",
        minPoolSize = 2,
        maxPoolSize = 20,
        properties = {
            // A connection whose database went away, or closed itself because the disk was full, is replaced. Despite
            // its name the class only tries a "select 1"; H2 itself calls such a connection valid.
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation",
            "fish.payara.validate-atmost-once-period-in-seconds=2",
            "fish.payara.fail-all-connections=true"
        })
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Database {

    public static final String DATA_SOURCE = "java:global/jdbc/portal";

    @Resource(lookup = DATA_SOURCE)
    DataSource dataSource;

    @Inject
    Event<DatabaseReady> ready;

    @PostConstruct
    void start() {
        Schema.migrate(dataSource);
        ready.fire(new DatabaseReady());
    }
}
