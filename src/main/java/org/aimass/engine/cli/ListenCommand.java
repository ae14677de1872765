package org.aimass.engine.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.aimass.engine.BadInput;
import org.aimass.engine.BrokenFile;
import org.aimass.engine.Deadline;
import org.aimass.engine.EngineFailure;
import org.aimass.engine.OneLine;
import org.aimass.engine.data.NamedFiles;
import org.aimass.engine.data.RowBatch;
import org.aimass.engine.data.RowReader;
import org.aimass.engine.data.Sound;
import org.aimass.engine.data.SoundFile;
import org.aimass.engine.speech.Resampler;

/**
 * {@code listen data.zip --column clip --row 3 --out sound.wav}: the beginning of the recording that a row names, decoded and written
 * anew as one channel of 16 bits at 16 kHz or less, so that no byte of the recording's own file is in it.
 */
final class ListenCommand implements Command {

    static final int MOST_SECONDS = 15;
    static final int HIGHEST_RATE = 16_000;

    private static final int MOST_ROWS = 100;
    private static final int HEADER = 44;

    @Override
    public String usage() {
        return "listen data.zip --column NAME --row 1 --out sound.wav [--format zip|tar.gz]";
    }

    @Override
    public Set<String> valuedOptions() {
        return Set.of("--column", "--row", "--out", "--format");
    }

    @Override
    public void run(Arguments arguments, Deadline deadline, PrintStream out) {
        Path file = arguments.path("dataset");
        Path sound = arguments.pathOf("--out");
        int row = arguments.number("--row", MOST_ROWS).orElse(1);
        try (RowReader reader =
                RowReader.open(file, ProfileCommand.format(arguments, file), RowReader.MANIFEST, deadline)) {
            NamedFiles files = reader.files()
                    .orElseThrow(() -> new BadInput("found a table alone, expected an archive of recordings"));
            String name = arguments.value("--column").orElse("");
            int column = reader.columns().indexOf(name);
            if (column < 0) {
                throw new BadInput("--column: found no column " + OneLine.quoted(name));
            }
            reader.select(new int[] {column});
            RowBatch batch = reader.newBatch(row);
            if (!reader.read(batch) || batch.rows() < row) {
                throw new BadInput("--row: found " + batch.rows() + " rows, expected " + row + " or more");
            }
            Sound whole = decode(files, batch, row - 1);
            deadline.check();
            Sound shown = beginning(whole);
            Files.write(sound, wav(shown));
            JsonOutput.print(out, json -> write(whole, shown, json));
        } catch (IOException e) {
            throw new EngineFailure("the sound could not be written: " + e.getMessage());
        }
    }

    private static Sound decode(NamedFiles files, RowBatch batch, int row) {
        try {
            return SoundFile.decode(files.bytes(files.find(batch.text(0, row))));
        } catch (BrokenFile e) {
            throw NamedFiles.fault(batch, 0, row, e);
        }
    }

    static Sound beginning(Sound whole) {
        int most = (int) Math.min(whole.samples().length, (long) MOST_SECONDS * whole.rate());
        int rate = Math.min(HIGHEST_RATE, whole.rate());
        return new Sound(rate, Resampler.resample(Arrays.copyOf(whole.samples(), most), whole.rate(), rate));
    }

    /** RIFF, as the Multimedia Programming Interface and Data Specifications 1.0 have it (IBM and Microsoft, 1991). */
    static byte[] wav(Sound sound) {
        int bytes = 2 * sound.samples().length;
        ByteBuffer wav = ByteBuffer.allocate(HEADER + bytes).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF")).putInt(HEADER - 8 + bytes).put(ascii("WAVEfmt ")).putInt(16);
        wav.putShort((short) 1).putShort((short) 1).putInt(sound.rate()).putInt(2 * sound.rate());
        wav.putShort((short) 2).putShort((short) 16).put(ascii("data")).putInt(bytes);
        for (float sample : sound.samples()) {
            wav.putShort((short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(sample * 32_768))));
        }
        return wav.array();
    }

    private static byte[] ascii(String word) {
        return word.getBytes(StandardCharsets.US_ASCII);
    }

    private static void write(Sound whole, Sound shown, JsonGenerator json) throws IOException {
        JsonOutput.number(json, "seconds", whole.duration());
        json.writeNumberField("rate", whole.rate());
        JsonOutput.number(json, "seconds_shown", shown.duration());
    }
}
