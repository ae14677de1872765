package org.aimass.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.aimass.audit.control.OutcomeFuzz;
import org.aimass.child.LinesFuzz;
import org.aimass.engine.JobFuzz;
import org.aimass.engine.data.ArchiveFuzz;
import org.aimass.engine.data.CocoFuzz;
import org.aimass.engine.data.CsvFuzz;
import org.aimass.engine.data.ImageFuzz;
import org.aimass.engine.data.ManifestFuzz;
import org.aimass.engine.data.SoundFuzz;
import org.aimass.engine.data.TokenizerFuzz;
import org.aimass.engine.inference.ModelFuzz;

/** A reader of strange bytes. Its class has {@code seeds()} and, as Jazzer wants it, {@code fuzzerTestOneInput(byte[])}. */
enum Target {
    ANSWERS(AnswersFuzz.class),
    ARCHIVE(ArchiveFuzz.class),
    COCO(CocoFuzz.class),
    CSV(CsvFuzz.class),
    IMAGE(ImageFuzz.class),
    JOB(JobFuzz.class),
    LINES(LinesFuzz.class),
    MANIFEST(ManifestFuzz.class),
    MODEL(ModelFuzz.class),
    OUTCOME(OutcomeFuzz.class),
    SOUND(SoundFuzz.class),
    TOKENIZER(TokenizerFuzz.class);

    private final Class<?> type;

    Target(Class<?> type) {
        this.type = type;
    }

    /** The class that Jazzer calls. */
    String className() {
        return type.getName();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns if the reader read the bytes or refused them in its way; throws whatever else comes of it. */
    void read(byte[] bytes) throws Throwable {
        method("fuzzerTestOneInput", MethodType.methodType(void.class, byte[].class))
                .invoke(bytes);
    }

    /** Good inputs to start from, and those that once did harm. */
    List<byte[]> inputs() throws Throwable {
        @SuppressWarnings("unchecked")
        List<byte[]> seeds = (List<byte[]>)
                method("seeds", MethodType.methodType(List.class)).invoke();
        List<byte[]> inputs = new ArrayList<>(seeds);
        inputs.addAll(kept());
        return inputs;
    }

    private List<byte[]> kept() throws IOException {
        URL folder = Target.class.getResource(word());
        if (folder == null) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            return files.sorted().map(Target::bytes).toList();
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MethodHandle method(String name, MethodType shape) throws ReflectiveOperationException {
        return MethodHandles.publicLookup().findStatic(type, name, shape);
    }
}
