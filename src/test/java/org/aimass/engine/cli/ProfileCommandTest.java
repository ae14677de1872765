package org.aimass.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.aimass.engine.data.Sounds;
import org.aimass.shared.Sha256Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileCommandTest {

    @TempDir
    Path folder;

    @Test
    void tellsTypesRangesAndTheMostFrequentValues() throws IOException {
        String text = """
                age,share,flag,name,code,none,mixed
                17,0.5,true,Ann,007,,1
                -3,2,False,Bob,012,,x
                ,1e2,TRUE,Ann,,,true
                17,,false,"O""Neil, J.",007,,
                """;
        Path file = Files.writeString(folder.resolve("data.csv"), text);
        JsonNode profile = Console.run("profile", file.toString()).json();
        assertEquals("csv", profile.path("format").asText());
        assertEquals(4, profile.path("rows").asInt());
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertEquals(bytes.length, profile.path("bytes").asInt());
        assertEquals(Sha256Digest.of(bytes).hex(), profile.path("sha256").asText());
        List<String> columns = List.of(
                "{\"name\":\"age\",\"type\":\"integer\",\"missing\":1,\"distinct\":2,\"distinct_is_exact\":true,"
                        + "\"minimum\":-3,\"maximum\":17,\"mean\":10.333333333333334,"
                        + "\"values\":[{\"value\":\"17\",\"rows\":2},{\"value\":\"-3\",\"rows\":1}],"
                        + "\"values_complete\":true}",
                "{\"name\":\"share\",\"type\":\"number\",\"missing\":1,\"distinct\":3,\"distinct_is_exact\":true,"
                        + "\"minimum\":0.5,\"maximum\":100,\"mean\":34.166666666666664,"
                        + "\"values\":[{\"value\":\"0.5\",\"rows\":1},{\"value\":\"1e2\",\"rows\":1},"
                        + "{\"value\":\"2\",\"rows\":1}],\"values_complete\":true}",
                "{\"name\":\"flag\",\"type\":\"boolean\",\"missing\":0,\"distinct\":4,\"distinct_is_exact\":true,"
                        + "\"values\":[{\"value\":\"False\",\"rows\":1},{\"value\":\"TRUE\",\"rows\":1},"
                        + "{\"value\":\"false\",\"rows\":1},{\"value\":\"true\",\"rows\":1}],\"values_complete\":true}",
                "{\"name\":\"name\",\"type\":\"text\",\"missing\":0,\"distinct\":3,\"distinct_is_exact\":true,"
                        + "\"values\":[{\"value\":\"Ann\",\"rows\":2},{\"value\":\"Bob\",\"rows\":1},"
                        + "{\"value\":\"O\\\"Neil, J.\",\"rows\":1}],\"values_complete\":true}",
                "{\"name\":\"code\",\"type\":\"text\",\"missing\":1,\"distinct\":2,\"distinct_is_exact\":true,"
                        + "\"values\":[{\"value\":\"007\",\"rows\":2},{\"value\":\"012\",\"rows\":1}],"
                        + "\"values_complete\":true}",
                "{\"name\":\"none\",\"type\":\"text\",\"missing\":4,\"distinct\":0,\"distinct_is_exact\":true,"
                        + "\"values\":[],\"values_complete\":true}",
                "{\"name\":\"mixed\",\"type\":\"text\",\"missing\":1,\"distinct\":3,\"distinct_is_exact\":true,"
                        + "\"values\":[{\"value\":\"1\",\"rows\":1},{\"value\":\"true\",\"rows\":1},"
                        + "{\"value\":\"x\",\"rows\":1}],\"values_complete\":true}");
        for (int i = 0; i < columns.size(); i++) {
            assertEquals(columns.get(i), profile.path("columns").path(i).toString());
        }
    }

    @Test
    void estimatesHowManyValuesThereAreWhereTheyAreTooManyToKeep() throws IOException {
        int rows = 150_000;
        StringBuilder data = new StringBuilder("id,group\n");
        for (int row = 0; row < rows; row++) {
            data.append("person ").append(row).append(",g").append(row % 60).append('\n');
        }
        Path file = Files.writeString(folder.resolve("data.csv"), data);
        JsonNode columns = Console.run("profile", file.toString()).json().path("columns");
        JsonNode id = columns.path(0);
        assertFalse(id.path("distinct_is_exact").asBoolean());
        assertEquals(rows, id.path("distinct").asDouble(), rows * 0.05);
        assertFalse(id.path("values_complete").asBoolean());
        JsonNode group = columns.path(1);
        assertTrue(group.path("distinct_is_exact").asBoolean());
        assertEquals(60, group.path("distinct").asInt());
        assertEquals(50, group.path("values").size());
        assertFalse(group.path("values_complete").asBoolean());
        assertEquals(
                "{\"value\":\"g0\",\"rows\":2500}", group.path("values").path(0).toString());
        assertEquals(
                "{\"value\":\"g1\",\"rows\":2500}", group.path("values").path(1).toString());
        assertEquals(
                "{\"value\":\"g10\",\"rows\":2500}",
                group.path("values").path(2).toString());
    }

    @Test
    void profilesParquet() throws IOException, SQLException {
        Path file = folder.resolve("data");
        try (var database = DriverManager.getConnection("jdbc:duckdb:");
                var statement = database.createStatement()) {
            statement.execute("COPY (SELECT * FROM (VALUES (1, 'NaN'::DOUBLE, true), (2, 0.25, NULL)) t(a, b, c)) TO '"
                    + file + "' (FORMAT parquet)");
        }
        JsonNode profile = Console.run("profile", file.toString()).json();
        assertEquals("parquet", profile.path("format").asText());
        JsonNode columns = profile.path("columns");
        assertEquals("integer", columns.path(0).path("type").asText());
        assertEquals("number", columns.path(1).path("type").asText());
        assertEquals(1, columns.path(1).path("missing").asInt());
        assertEquals(0.25, columns.path(1).path("mean").asDouble());
        assertEquals("boolean", columns.path(2).path("type").asText());
    }

    @Test
    void saysHowItIsUsed() {
        for (String[] words : new String[][] {
            {},
            {"guess"},
            {"profile"},
            {"profile", "a", "b"},
            {"run", "job.json"},
            {"profile", "a", "--format"},
            {"profile", "a", "--color"},
            {"doctor", "now"},
            {"run", "job.json", "--out", "o", "--threads", "0"},
            {"inspect", "m.onnx", "--deadline", "soon"}
        }) {
            Console console = Console.run(words);
            assertEquals(EngineMain.BAD_INPUT, console.code());
            assertEquals(1, console.err().size());
            assertTrue(console.err().get(0).contains("usage: "), console.err().get(0));
        }
    }

    @Test
    void doctorTellsVersionsAndMeans() {
        JsonNode told = Console.run("doctor").json();
        assertEquals("1.28.0", told.path("onnxruntime").asText());
        assertTrue(told.path("cores").asInt() > 0);
        assertEquals("CPU", told.path("providers").path(0).asText());
    }

    private Path archive(String manifest, String... files) throws IOException {
        Path archive = folder.resolve("data.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.putNextEntry(new ZipEntry("manifest.csv"));
            zip.write(manifest.getBytes(StandardCharsets.UTF_8));
            for (String file : files) {
                zip.putNextEntry(new ZipEntry(file));
            }
        }
        return archive;
    }

    @Test
    void saysWhichColumnsNameTheFilesOfAnArchive() throws IOException {
        Path archive =
                archive("name,face,back,sex\nAnn,a.png,b.png,w\nBob,b.png,./a.png,m\n", "a.png", "b.png", "c.png");
        JsonNode profile = Console.run("profile", archive.toString()).json();
        assertEquals("zip", profile.path("format").asText());
        assertEquals(2, profile.path("rows").asInt());
        assertEquals(
                "{\"files\":4,\"named_by\":[\"face\",\"back\"]}",
                profile.path("archive").toString());
    }

    private Path recordings() throws IOException {
        Path archive = folder.resolve("sounds.zip");
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("a.wav", Sounds.wav(8_000, new int[2_000]));
        files.put("b.flac", Sounds.flac(16_000, new int[12_000]));
        files.put("c.wav", Sounds.wav(8_000, new int[16_000]));
        files.put("d.wav", Sounds.wav(8_000, new int[24_000]));
        files.put("e.wav", "RIFF????WAVE".getBytes(StandardCharsets.UTF_8));
        files.put("f.png", new byte[9]);
        files.put("manifest.csv", """
                made,face,spoken
                e.wav,f.png,c.wav
                a.wav,f.png,c.wav
                c.wav,f.png,c.wav
                b.flac,f.png,c.wav
                b.flac,f.png,c.wav
                d.wav,f.png,c.wav
                """.getBytes(StandardCharsets.UTF_8));
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return archive;
    }

    /** A quarter, three quarters, two and three seconds; one recording ends before its samples begin. */
    @Test
    void saysHowLongRecordingsAre() throws IOException {
        JsonNode profile = Console.run("profile", recordings().toString()).json();
        assertEquals(
                "[{\"column\":\"made\",\"files\":5,\"unreadable\":1,"
                        + "\"first_unreadable\":\"\\\"e.wav\\\": found a WAV file without samples, expected a chunk \\\"data\\\"\","
                        + "\"seconds\":{\"count\":4,\"minimum\":0.25,\"median\":1.375,\"maximum\":3,\"total\":6},"
                        + "\"rates\":[{\"rate\":8000,\"files\":3},{\"rate\":16000,\"files\":1}],\"other_rates\":0},"
                        + "{\"column\":\"spoken\",\"files\":1,\"unreadable\":0,"
                        + "\"seconds\":{\"count\":1,\"minimum\":2,\"median\":2,\"maximum\":2,\"total\":2},"
                        + "\"rates\":[{\"rate\":8000,\"files\":1}],\"other_rates\":0}]",
                profile.path("recordings").toString());
    }

    @Test
    void aPackedFolderMayHoldThemAll() throws IOException {
        Path archive = folder.resolve("folder.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (String name : List.of("set/", "set/a.png", "set/manifest.csv")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write((name.endsWith("csv") ? "face,sex\na.png,w\n" : "").getBytes(StandardCharsets.UTF_8));
            }
        }
        JsonNode profile = Console.run("profile", archive.toString()).json();
        assertEquals("[\"face\"]", profile.path("archive").path("named_by").toString());
        Path two = Files.copy(archive, folder.resolve("two.zip"));
        try (FileSystem zip = FileSystems.newFileSystem(two)) {
            Files.writeString(zip.getPath("readme"), "x");
        }
        assertEquals(
                List.of(
                        "two.zip: found no file \"manifest.csv\", expected the manifest, a CSV file that names the others; or, of annotated images, \"annotations.json\""),
                Console.run("profile", two.toString()).err());
    }

    @Test
    void rowsThatNameNoFileAreAllListed() throws IOException {
        Path archive = archive("face,sex\nA.PNG,w\nb.png,m\n,w\nd.png,m\n", "a.png", "b.png");
        Console refused = Console.run("profile", archive.toString());
        assertEquals(EngineMain.BAD_INPUT, refused.code());
        assertEquals(
                List.of("data.zip: manifest.csv: line 2: column \"face\": found \"A.PNG\""),
                refused.err().stream()
                        .map(line -> line.split(", expected", 2)[0])
                        .toList());
        JsonNode faults = Console.run("check", archive.toString()).json();
        assertEquals(3, faults.path("faults_total").asInt());
        assertEquals("[2, 4, 5]", faults.path("faults").findValues("line").toString());
    }

    @Test
    void anArchivesManifestIsReadLikeATable() throws IOException {
        JsonNode faults = Console.run(
                        "check", archive("face,sex\na.png,w\nb.png\n", "a.png").toString())
                .json();
        assertEquals("[3]", faults.path("faults").findValues("line").toString());
        JsonNode preview = Console.run(
                        "preview", archive("face,sex\na.png,w\n", "a.png").toString())
                .json();
        assertEquals("[[\"a.png\",\"w\"]]", preview.path("rows").toString());
    }
}
