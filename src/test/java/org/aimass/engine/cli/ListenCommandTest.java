package org.aimass.engine.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.aimass.engine.data.Sounds;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The beginning of a recording, written anew. */
class ListenCommandTest {

    @TempDir
    Path folder;

    private Path archive;

    @BeforeEach
    void pack() throws IOException {
        archive = folder.resolve("set.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            put(
                    zip,
                    "manifest.csv",
                    "who,clip\nann,short.wav\nbob,long.wav\ndan,slow.flac\ncid,none.wav\n"
                            .getBytes(StandardCharsets.UTF_8));
            put(zip, "short.wav", Sounds.wav(8_000, 0, 100, -32_768, 32_767));
            put(zip, "long.wav", Sounds.wav(32_000, noise(20 * 32_000)));
            put(zip, "slow.flac", Sounds.flac(3_000, noise(16 * 3_000)));
            put(zip, "none.wav", "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
        }
    }

    private static int[] noise(int samples) {
        return new Random(1).ints(samples, -500, 500).toArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    private Console listen(String column, int row) {
        return Console.run(
                "listen",
                archive.toString(),
                "--column",
                column,
                "--row",
                String.valueOf(row),
                "--out",
                folder.resolve("sound.wav").toString());
    }

    @Test
    void aShortOneIsWhole() throws IOException {
        Console console = listen("clip", 1);
        assertEquals(List.of(), console.err());
        ByteBuffer wav =
                ByteBuffer.wrap(Files.readAllBytes(folder.resolve("sound.wav"))).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals("RIFF", new String(wav.array(), 0, 4, StandardCharsets.US_ASCII));
        assertEquals(8_000, wav.getInt(24));
        assertEquals(8, wav.getInt(40));
        assertArrayEquals(
                new int[] {0, 100, -32_768, 32_767},
                IntStream.range(0, 4).map(i -> wav.getShort(44 + 2 * i)).toArray());
        assertTrue(console.out().get(0).contains("\"rate\":8000"), console.out()::toString);
    }

    /** 20 seconds at 32 kHz become 15 at 16 kHz. */
    @Test
    void aLongOneIsCutAndMadeSmaller() throws IOException {
        Console console = listen("clip", 2);
        assertEquals(List.of(), console.err());
        byte[] wav = Files.readAllBytes(folder.resolve("sound.wav"));
        assertEquals(44 + 2 * 15 * 16_000, wav.length);
        assertTrue(
                console.out().get(0).matches(".*\"seconds\":20,\"rate\":32000,\"seconds_shown\":15.*"),
                console.out()::toString);
    }

    @Test
    void aRateThatIsLowStays() throws IOException {
        Console console = listen("clip", 3);
        assertEquals(List.of(), console.err());
        assertEquals(44 + 2 * 15 * 3_000, Files.readAllBytes(folder.resolve("sound.wav")).length);
        assertTrue(console.out().get(0).contains("\"seconds\":16,\"rate\":3000"), console.out()::toString);
    }

    @Test
    void whatIsNoSoundOrNotThereIsSaid() {
        assertTrue(listen("clip", 4).err().get(0).contains("expected a WAV or FLAC file"));
        assertTrue(listen("clip", 5).err().get(0).contains("--row: found 4 rows, expected 5 or more"));
        assertTrue(listen("clap", 1).err().get(0).contains("--column: found no column \"clap\""));
        assertEquals(EngineMain.BAD_INPUT, listen("who", 1).code());
    }
}
