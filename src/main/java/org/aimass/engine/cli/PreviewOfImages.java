package org.aimass.engine.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aimass.engine.Deadline;
import org.aimass.engine.EngineFailure;
import org.aimass.engine.OneLine;
import org.aimass.engine.data.Archive;
import org.aimass.engine.data.CocoScan;
import org.aimass.engine.data.ContactSheet;
import org.aimass.engine.data.SeenImage;

/** The first annotated images with their objects and, in a file beside, small pictures of them. */
final class PreviewOfImages {

    private static final int LONGEST_CELL = 100;
    private static final int MOST_FIELDS = 50;

    private PreviewOfImages() {}

    /** @param sheet where the pictures go */
    static void print(
            CocoScan scan, Archive archive, int most, Optional<Path> sheet, Deadline deadline, PrintStream out) {
        List<SeenImage> images = scan.first(most);
        sheet.ifPresent(file -> write(
                file,
                ContactSheet.of(archive, images.stream().map(SeenImage::file).toList(), deadline)));
        JsonOutput.print(out, json -> write(scan, images, json));
    }

    static void print(CocoScan scan, int most, PrintStream out) {
        JsonOutput.print(out, json -> write(scan, scan.first(most), json));
    }

    private static void write(Path file, byte[] png) {
        try {
            Files.write(file, png);
        } catch (IOException e) {
            throw new EngineFailure(file.getFileName() + ": cannot be written");
        }
    }

    private static void write(CocoScan scan, List<SeenImage> images, JsonGenerator json) throws IOException {
        json.writeNumberField("images_total", scan.images());
        json.writeBooleanField("pictured", scan.imagesWithFile() > 0);
        json.writeObjectFieldStart("tile");
        json.writeNumberField("width", ContactSheet.TILE_WIDTH);
        json.writeNumberField("height", ContactSheet.TILE_HEIGHT);
        json.writeEndObject();
        json.writeArrayFieldStart("images");
        for (SeenImage image : images) {
            json.writeStartObject();
            json.writeStringField("file", OneLine.of(image.file(), LONGEST_CELL));
            JsonOutput.number(json, "width", image.width());
            JsonOutput.number(json, "height", image.height());
            fields(image.fields(), json);
            json.writeArrayFieldStart("objects");
            for (SeenImage.SeenObject object : image.objects()) {
                json.writeStartObject();
                json.writeStringField("category", OneLine.of(object.category(), LONGEST_CELL));
                json.writeBooleanField("crowd", object.crowd());
                json.writeArrayFieldStart("box");
                for (double number : object.box()) {
                    json.writeNumber(number);
                }
                json.writeEndArray();
                fields(object.fields(), json);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void fields(Map<String, String> fields, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("fields");
        int written = 0;
        for (Map.Entry<String, String> field : fields.entrySet()) {
            if (written++ < MOST_FIELDS) {
                json.writeStringField(
                        OneLine.of(field.getKey(), LONGEST_CELL), OneLine.of(field.getValue(), LONGEST_CELL));
            }
        }
        json.writeEndObject();
    }
}
