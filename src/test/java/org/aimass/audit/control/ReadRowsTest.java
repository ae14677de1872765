package org.aimass.audit.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aimass.audit.entity.CountedUnit;
import org.aimass.audit.entity.Plans;
import org.aimass.dataset.entity.ColumnRole;
import org.aimass.dataset.entity.DatasetSchema;
import org.aimass.dataset.entity.DatasetVersion;
import org.aimass.dataset.entity.EvaluationDataset;
import org.aimass.organization.entity.Organization;
import org.aimass.organization.entity.OrganizationKind;
import org.junit.jupiter.api.Test;

/** Rows are what the one column is that a model reads. */
class ReadRowsTest {

    private static final Organization MINISTRY =
            new Organization(UUID.randomUUID(), "m", "Ministry", "部", OrganizationKind.DEPARTMENT, AuditWorld.NOON);

    private static DatasetVersion dataset(String kind, int distinct, String... values) {
        List<String> listed = new ArrayList<>();
        for (String value : values) {
            listed.add("{\"value\": \"" + value + "\", \"rows\": 1}");
        }
        return dataset("{\"format\":\"csv\",\"bytes\":3,\"sha256\":\"" + Plans.DATASET + "\",\"rows\":10,\"columns\":["
                + "{\"name\":\"read\",\"type\":\"" + kind + "\",\"missing\":0,\"distinct\":" + distinct
                + ",\"distinct_is_exact\":true,\"values\":" + listed + ",\"values_complete\":false}]}");
    }

    private static DatasetVersion dataset(String profile) {
        DatasetVersion version = new DatasetVersion(
                UUID.randomUUID(),
                new EvaluationDataset(MINISTRY, "Messages", "All", AuditWorld.NOON),
                1,
                new DatasetVersion.DatasetFile(Plans.DATASET, 3, "csv"),
                AuditWorld.JONAS,
                "Jonas",
                AuditWorld.NOON);
        version.profiled(profile);
        version.fix(new DatasetSchema(Map.of("read", ColumnRole.FEATURE)));
        return version;
    }

    private static Optional<CountedUnit> unit(DatasetVersion dataset, String... read) {
        return new ReadRows(dataset, List.of(read)).unit();
    }

    @Test
    void freeTextsAreTexts() {
        DatasetVersion messages =
                dataset("text", 6, "you are all wonderful people", "no", "I did not order this thing");
        assertEquals(Optional.of(CountedUnit.TEXTS), unit(messages, "read")); // (5 + 1 + 6) / 3 words
        assertEquals(
                Optional.of(CountedUnit.TEXTS),
                unit(dataset("text", 9, "今天的天气很好啊", "GDP增长超过预期了吧"), "read")); // 8 / 2, and 1 + 8 / 2
    }

    @Test
    void namesKindsAndNumbersAreAboutPeople() {
        assertEquals(Optional.empty(), unit(dataset("text", 9, "Anna Maria Berg", "Jonas Berg"), "read"));
        assertEquals(Optional.empty(), unit(dataset("text", 9, "欧阳小明", "李红"), "read"));
        assertEquals(Optional.empty(), unit(dataset("text", 5, "works in a large office"), "read"));
        assertEquals(Optional.empty(), unit(dataset("number", 9), "read"));
    }

    @Test
    void whatIsReadBesideAnotherColumnSaysNothing() {
        DatasetVersion messages = dataset("text", 6, "you are all wonderful people");
        assertEquals(Optional.empty(), unit(messages, "read", "age"));
        assertEquals(Optional.empty(), unit(messages));
    }

    @Test
    void filesAreImagesOrRecordings() {
        String archive = "{\"format\":\"zip\",\"bytes\":3,\"sha256\":\"" + Plans.DATASET
                + "\",\"rows\":10,\"archive\":{\"files\":11,\"named_by\":[\"read\"]},\"columns\":["
                + "{\"name\":\"read\",\"type\":\"text\",\"missing\":0,\"distinct\":10,\"distinct_is_exact\":true,"
                + "\"values\":[],\"values_complete\":false}]RECORDINGS}";
        assertEquals(Optional.of(CountedUnit.IMAGES), unit(dataset(archive.replace("RECORDINGS", "")), "read"));
        String recordings = ",\"recordings\":[{\"column\":\"read\",\"files\":10,\"unreadable\":0,"
                + "\"seconds\":{\"count\":10,\"minimum\":1,\"median\":2,\"maximum\":3,\"total\":20},"
                + "\"rates\":[{\"rate\":16000,\"files\":10}],\"other_rates\":0}]";
        assertEquals(
                Optional.of(CountedUnit.SNIPPETS), unit(dataset(archive.replace("RECORDINGS", recordings)), "read"));
    }
}
