package org.aimass.desk;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Predicate;
import org.aimass.api.OwnAudits;
import org.aimass.stack.Portal;
import org.aimass.stack.Stack;

/** Audits of models without a file by the answers that datasets bring, by people of the demonstration who join for it. */
final class TaskAudits extends OwnAudits {

    private final Portal portal;

    TaskAudits(Stack stack) throws Exception {
        super(stack.portal(), stack.programs());
        portal = stack.portal();
    }

    /** @return the id of a version that is ready */
    String model(String task, String name) {
        return id(department.post("/models", """
                {"organization":"%s","name":"%s","purpose":"To be measured","task":"%s","domain":"OTHER",
                 "licence":"MIT","label":"1.0"}""".formatted(north.owner, name, task)));
    }

    /**
     * @param roles by column, as in {@code "said":"REFERENCE"}
     * @return the id of a version that is ready
     */
    String submit(String name, String csv, String roles) throws InterruptedException {
        return submit(name, "rows.csv", csv.getBytes(StandardCharsets.UTF_8), roles);
    }

    String submit(String name, String file, byte[] bytes, String roles) throws InterruptedException {
        String dataset = submit(name, file, bytes);
        fix(dataset, roles);
        return dataset;
    }

    /** @return the id of a version that was read, and may have been refused */
    String submit(String name, String file, byte[] bytes) throws InterruptedException {
        String dataset = id(hand(name, upload(file, bytes)));
        read(dataset);
        return dataset;
    }

    /** Its status, as its owner sees it. */
    String statusOf(String dataset) {
        return done(department.get("/dataset-versions/" + dataset))
                .path("status")
                .asText();
    }

    String upload(String file, byte[] bytes) {
        return upload("DATASET", file, bytes);
    }

    /** Begins an audit with a model and a dataset of its own. */
    void begin(String name, String task, String csv, String roles, String plan) throws InterruptedException {
        begin(name, model(task, "Of " + name), submit("Rows of " + name, csv, roles), plan);
    }

    JsonNode results(String name) {
        return resultsOf(id(name));
    }

    /** The first comparison of an audit by this metric that is wanted. */
    JsonNode comparison(String name, String metric, Predicate<JsonNode> wanted) {
        for (JsonNode comparison : results(name).path("comparisons")) {
            if (comparison.path("metric").asText().equals(metric) && wanted.test(comparison)) {
                return comparison;
            }
        }
        throw new AssertionError("no " + metric + " in " + name);
    }

    /**
     * Gives somebody of the demonstration a role: submitters in the organization that owns, the others in its audit body.
     *
     * @param person a first name
     */
    void join(String person, String role) throws SQLException {
        try (Connection database = portal.database();
                Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery(
                        "select distinct subject from organization_member where display_name like '" + person
                                + " %'")) {
            assertTrue(found.next(), "nobody is called so");
            north.join(role.equals("SUBMITTER") ? north.owner : north.body, found.getString(1), role);
        }
    }
}
