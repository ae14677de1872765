package org.aimass.registry.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.aimass.registry.entity.ModelSettings.DetectorOutputs;
import org.aimass.registry.entity.ModelSettings.Output;
import org.aimass.registry.entity.ModelSignature.Tensor;
import org.aimass.shared.Refusal;

/** Whether a model's file, as the engine found it, can be fed and read as its makers say. */
final class SettingsFit {

    private static final int IMAGE_DIMENSIONS = 4;
    private static final int FRAME_DIMENSIONS = 3;
    private static final int NUMBERS_OF_A_BOX = 4;

    private final ModelSignature signature;
    private final List<Refusal> problems = new ArrayList<>();

    private SettingsFit(ModelSignature signature) {
        this.signature = signature;
    }

    static List<Refusal> problems(
            ModelTask task, ModelSettings settings, ModelSignature signature, CompanionFacts facts) {
        SettingsFit fit = new SettingsFit(signature);
        settings.images().ifPresent(fit::images);
        if (task == ModelTask.SPEECH_RECOGNITION || task == ModelTask.SPEAKER_VERIFICATION) {
            fit.sound(settings.audio().flatMap(ModelSettings.Audio::spectrogram));
        }
        if (task == ModelTask.SPEECH_RECOGNITION) {
            fit.frames(facts);
        }
        settings.objects().ifPresent(fit::objects);
        settings.output().ifPresent(fit::output);
        if (settings.begin().isPresent() && facts.tokenizer().isPresent() && !facts.hasBegin()) {
            fit.problem("text.begin", "feed.problem.begin");
        }
        if (settings.end().isPresent() && facts.tokenizer().isPresent() && !facts.hasEnd()) {
            fit.problem("text.end", "feed.problem.begin");
        }
        return fit.problems;
    }

    private void images(ImagePreparation images) {
        List<Tensor> inputs = signature.inputs().stream()
                .filter(input -> isFloat(input) && input.shape().size() == IMAGE_DIMENSIONS)
                .toList();
        if (inputs.isEmpty()) {
            problem("images", "feed.problem.images.none");
        } else if (inputs.stream().map(ImageShape::new).noneMatch(shape -> shape.takes(images))) {
            problem(
                    "images",
                    "feed.problem.images.shape",
                    inputs.get(0).name(),
                    inputs.get(0).shapeText());
        }
    }

    private void sound(Optional<Spectrogram> spectrogram) {
        if (signature.inputs().stream().map(SoundShape::new).anyMatch(shape -> shape.takes(spectrogram))) {
            return;
        }
        spectrogram.ifPresentOrElse(
                mel -> problem("audio.spectrogram", "feed.problem.spectrogram", text(mel.mels())),
                () -> problem("audio", "feed.problem.sound"));
    }

    private void frames(CompanionFacts facts) {
        List<Tensor> frames = signature.outputs().stream()
                .filter(output -> isFloat(output) && output.shape().size() == FRAME_DIMENSIONS)
                .toList();
        if (frames.isEmpty()) {
            problem("audio", "feed.problem.frames");
        }
        if (facts.vocabulary().isEmpty()) {
            return;
        }
        if (!facts.hasBlank()) {
            problem("audio.blank", "feed.problem.blank");
        }
        if (!frames.isEmpty()
                && frames.stream()
                        .allMatch(output -> last(output).isPresent()
                                && last(output).getAsInt() != facts.vocabulary().getAsInt())) {
            problem(
                    "audio",
                    "feed.problem.vocabulary",
                    text(facts.vocabulary().getAsInt()),
                    frames.get(0).name(),
                    frames.get(0).shapeText());
        }
    }

    private void objects(DetectorOutputs objects) {
        demandOutput(objects.boxes(), "objects.boxes", NUMBERS_OF_A_BOX);
        demandOutput(objects.scores(), "objects.scores", 0);
        demandOutput(objects.labels(), "objects.labels", 0);
        demandOutput(objects.keypoints(), "objects.keypoints", 0);
    }

    private void output(Output output) {
        demandOutput(output.name(), "output.name", 0);
        Optional<Tensor> named = output.name().flatMap(this::named);
        OptionalInt width = named.map(SettingsFit::last).orElse(OptionalInt.empty());
        if (output.index().isPresent() && width.isPresent() && output.index().getAsInt() >= width.getAsInt()) {
            problem("output.index", "feed.problem.index", text(width.getAsInt()));
        }
    }

    /** @param numbers how many its last dimension holds; 0 for any */
    private void demandOutput(Optional<String> name, String field, int numbers) {
        if (name.isEmpty()) {
            return;
        }
        Optional<Tensor> found = named(name.get());
        if (found.isEmpty()) {
            problem(
                    field,
                    "feed.problem.output",
                    signature.outputs().stream().map(Tensor::name).collect(Collectors.joining(", ")));
        } else if (numbers > 0 && last(found.get()).orElse(numbers) != numbers) {
            problem(field, "feed.problem.numbers", text(numbers), found.get().shapeText());
        }
    }

    private Optional<Tensor> named(String name) {
        return signature.outputs().stream()
                .filter(output -> output.name().equals(name))
                .findFirst();
    }

    private static boolean isFloat(Tensor tensor) {
        return tensor.type().toLowerCase(Locale.ROOT).contains("float");
    }

    private static OptionalInt last(Tensor tensor) {
        String dimension = tensor.shape().isEmpty()
                ? ""
                : tensor.shape().get(tensor.shape().size() - 1);
        return dimension.matches("[1-9][0-9]{0,8}") ? OptionalInt.of(Integer.parseInt(dimension)) : OptionalInt.empty();
    }

    /** Without the grouping that a number would get. */
    private static String text(int number) {
        return String.valueOf(number);
    }

    private void problem(String field, String key, Object... arguments) {
        problems.add(
                Refusal.of(Refusal.Kind.INVALID, "registry", key, arguments).at("settings." + field));
    }
}
