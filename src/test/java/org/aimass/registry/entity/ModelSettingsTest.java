package org.aimass.registry.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.aimass.registry.entity.ModelSettings.Audio;
import org.aimass.registry.entity.ModelSettings.DetectorOutputs;
import org.aimass.registry.entity.ModelSettings.Order;
import org.aimass.registry.entity.ModelSettings.Output;
import org.aimass.registry.entity.ModelSettings.Space;
import org.aimass.shared.Refusal;
import org.aimass.shared.Sha256Digest;
import org.junit.jupiter.api.Test;

/** How a model is fed, written and read again, and what stands against it, each beside its field. */
class ModelSettingsTest {

    private static final ImagePreparation IMAGES = new ImagePreparation(
            ImagePreparation.Channels.BGR,
            ImagePreparation.Layout.NCHW,
            OptionalInt.of(256),
            Optional.empty(),
            Optional.of(new ImagePreparation.Size(9, 8)),
            0.25,
            List.of(0.5),
            List.of(0.1, 0.2, 0.3));
    private static final Audio AUDIO = new Audio(8_000, true, Optional.of("_"), Optional.of("/"));
    private static final Audio SPECTRAL = heard(new Spectrogram(64, 20, 10.5, 0.5));
    private static final DetectorOutputs BOXES = new DetectorOutputs(
            Optional.of("b"),
            Optional.of("s"),
            Optional.of("l"),
            Optional.empty(),
            Optional.of(Order.CXCYWH),
            Space.UNIT,
            List.of(7L, 3L));
    private static final CompanionFacts NO_FILES =
            new CompanionFacts(OptionalInt.empty(), false, OptionalInt.empty(), false, false);

    private static Audio heard(Spectrogram spectrogram) {
        return new Audio(16_000, false, Optional.of(spectrogram), Optional.empty(), Optional.empty());
    }

    private static ModelSettings images(ImagePreparation images) {
        return ModelSettings.NONE.with(Optional.of(images));
    }

    private static ModelSettings audio(Audio audio) {
        return new ModelSettings(
                Optional.empty(), Optional.of(audio), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static ModelSettings objects(DetectorOutputs objects) {
        return new ModelSettings(
                Optional.of(IMAGES), Optional.empty(), Optional.of(objects), Optional.empty(), Optional.empty());
    }

    private static ModelSettings begin(String begin) {
        return new ModelSettings(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ModelSettings.Text.of(Optional.of(begin), Optional.empty()),
                Optional.empty());
    }

    private static ModelSettings output(String name, OptionalInt index) {
        return new ModelSettings(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Output(Optional.of(name), index)));
    }

    private static ModelSignature.Tensor tensor(String name, String... shape) {
        return new ModelSignature.Tensor(name, "float", Arrays.asList(shape));
    }

    private static ModelSignature signature(ModelSignature.Tensor input, ModelSignature.Tensor... outputs) {
        return new ModelSignature(
                List.of(input), List.of(outputs), List.of(), List.of(), List.of(), Sha256Digest.of(new byte[] {1}), 1);
    }

    private static List<String> said(List<Refusal> problems) {
        return problems.stream()
                .map(problem -> problem.field().orElse("") + " " + problem.key())
                .toList();
    }

    @Test
    void whatIsWrittenIsReadAgainByTheEnginesKeys() {
        ModelSettings all = new ModelSettings(
                Optional.of(IMAGES),
                Optional.of(AUDIO),
                Optional.of(BOXES),
                ModelSettings.Text.of(Optional.of("<s>"), Optional.of("</s>")),
                Optional.of(new Output(Optional.of("p"), OptionalInt.of(1))));
        assertEquals(all, ModelSettings.parse(all.json()));
        assertEquals(
                "{\"sample_rate\":8000,\"normalize\":true,\"blank\":\"_\",\"separator\":\"/\"}",
                SettingsJson.write(all).path("audio").toString());
        assertEquals(
                "{\"boxes\":\"b\",\"scores\":\"s\",\"labels\":\"l\",\"order\":\"cxcywh\",\"space\":\"unit\",\"categories\":[7,3]}",
                SettingsJson.write(all).path("objects").toString());
        assertEquals(audio(SPECTRAL), ModelSettings.parse(audio(SPECTRAL).json()));
        assertEquals(
                "{\"sample_rate\":16000,\"features\":\"log_mel\",\"mels\":64,\"window\":20.0,\"hop\":10.5,\"preemphasis\":0.5}",
                SettingsJson.write(audio(SPECTRAL)).path("audio").toString());
        assertEquals("{}", ModelSettings.NONE.json());
        assertEquals(ModelSettings.NONE, ModelSettings.parse("{}"));
        assertThrows(IllegalStateException.class, () -> ModelSettings.parse("{\"sound\":{}}"));
        for (String damaged : List.of(
                "\"sample_rate\":\"8\"",
                "\"sample_rate\":8,\"mels\":8",
                "\"sample_rate\":8,\"features\":\"mfcc\",\"mels\":8,\"window\":2,\"hop\":1,\"preemphasis\":0",
                "\"sample_rate\":8,\"features\":\"log_mel\",\"mels\":8,\"window\":2,\"hop\":1")) {
            assertThrows(
                    IllegalStateException.class, () -> ModelSettings.parse("{\"audio\":{" + damaged + "}}"), damaged);
        }
    }

    @Test
    void aTaskIsToldOnlyWhatItKnows() {
        assertEquals(
                List.of("settings.images feed.problem.unknown"),
                said(SettingsCheck.of(ModelTask.SPEECH_RECOGNITION, images(IMAGES))));
        assertEquals(
                List.of(
                        "settings.audio.normalize feed.problem.unknown",
                        "settings.audio.blank feed.problem.unknown",
                        "settings.audio.separator feed.problem.unknown"),
                said(SettingsCheck.of(ModelTask.SPEECH_SYNTHESIS, audio(AUDIO))));
        assertEquals(
                List.of("settings.audio.blank feed.problem.unknown", "settings.audio.separator feed.problem.unknown"),
                said(SettingsCheck.of(ModelTask.SPEAKER_VERIFICATION, audio(AUDIO))));
        assertEquals(List.of(), SettingsCheck.of(ModelTask.SPEECH_SYNTHESIS, audio(Audio.USUAL)));
        assertEquals(
                List.of("settings.audio.spectrogram feed.problem.unknown"),
                said(SettingsCheck.of(ModelTask.SPEECH_SYNTHESIS, audio(SPECTRAL))));
        assertEquals(List.of(), SettingsCheck.of(ModelTask.SPEAKER_VERIFICATION, audio(SPECTRAL)));
        assertEquals(
                List.of("settings.output.index feed.problem.unknown"),
                said(SettingsCheck.of(ModelTask.TEXT_GENERATION, output("y", OptionalInt.of(1)))));
        assertEquals(List.of(), SettingsCheck.of(ModelTask.BINARY_CLASSIFICATION, output("y", OptionalInt.of(1))));
        for (ModelTask task : ModelTask.values()) {
            boolean needs = task == ModelTask.OBJECT_DETECTION || task == ModelTask.POSE_ESTIMATION;
            assertEquals(
                    needs ? 2 : 0, SettingsCheck.of(task, ModelSettings.NONE).size(), task.word());
        }
    }

    @Test
    void whatIsOutOfRangeIsSaidBesideItsField() {
        assertEquals(
                List.of("settings.audio.sampleRate feed.problem.sampleRate", "settings.audio.blank feed.problem.token"),
                said(SettingsCheck.of(
                        ModelTask.SPEECH_RECOGNITION,
                        audio(new Audio(-1, false, Optional.of("a\nb"), Optional.of("|"))))));
        assertEquals(
                List.of(
                        "settings.audio.spectrogram.mels feed.problem.mels",
                        "settings.audio.spectrogram.window feed.problem.window",
                        "settings.audio.spectrogram.hop feed.problem.hop",
                        "settings.audio.spectrogram.preemphasis feed.problem.preemphasis"),
                said(SettingsCheck.of(
                        ModelTask.SPEECH_RECOGNITION, audio(heard(new Spectrogram(257, 0.5, 201, Double.NaN))))));
        assertEquals(
                List.of("settings.audio.spectrogram.hop feed.problem.hop"),
                said(SettingsCheck.of(
                        ModelTask.SPEECH_RECOGNITION, audio(heard(new Spectrogram(256, 200, 200.5, 1))))));
        assertEquals(
                List.of("settings.text.begin feed.problem.token"),
                said(SettingsCheck.of(ModelTask.TEXT_GENERATION, begin("x".repeat(101)))));
        assertEquals(
                List.of(
                        "settings.objects.boxes feed.problem.output.missing",
                        "settings.objects.order feed.problem.order",
                        "settings.objects.categories feed.problem.categories"),
                said(SettingsCheck.of(
                        ModelTask.OBJECT_DETECTION,
                        objects(new DetectorOutputs(
                                Optional.empty(),
                                Optional.of("s"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Space.INPUT,
                                List.of(-1L))))));
        assertEquals(
                List.of(
                        "settings.objects.keypoints feed.problem.output.missing",
                        "settings.objects.order feed.problem.order"),
                said(SettingsCheck.of(ModelTask.POSE_ESTIMATION, objects(BOXES))));
    }

    @Test
    void imagesHaveTheShapeThatTheFileTakes() {
        ModelSignature fits = signature(tensor("x", "-1", "3", "8", "9"), tensor("y", "-1", "2"));
        ModelSignature other = signature(tensor("x", "-1", "3", "9", "8"), tensor("y", "-1", "2"));
        ModelSignature table = signature(tensor("x", "-1", "4"), tensor("y", "-1", "2"));
        ModelTask task = ModelTask.FACE_VERIFICATION;
        assertEquals(List.of(), SettingsCheck.of(task, images(IMAGES), fits, NO_FILES));
        List<Refusal> shape = SettingsCheck.of(task, images(IMAGES), other, NO_FILES);
        assertEquals(List.of("settings.images feed.problem.images.shape"), said(shape));
        assertEquals(List.of("x", "[N, 3, 9, 8]"), shape.get(0).arguments());
        assertEquals(
                List.of("settings.images feed.problem.images.none"),
                said(SettingsCheck.of(task, images(IMAGES), table, NO_FILES)));
    }

    @Test
    void aRecognizerTakesSoundAndScoresItsVocabulary() {
        ModelSignature fits = signature(tensor("sound", "-1", "-1"), tensor("frames", "-1", "-1", "6"));
        CompanionFacts six = new CompanionFacts(OptionalInt.of(6), true, OptionalInt.empty(), false, false);
        CompanionFacts five = new CompanionFacts(OptionalInt.of(5), false, OptionalInt.empty(), false, false);
        ModelTask task = ModelTask.SPEECH_RECOGNITION;
        assertEquals(List.of(), SettingsCheck.of(task, audio(AUDIO), fits, six));
        assertEquals(
                List.of("settings.audio.blank feed.problem.blank", "settings.audio feed.problem.vocabulary"),
                said(SettingsCheck.of(task, audio(AUDIO), fits, five)));
        assertEquals(
                List.of("settings.audio feed.problem.sound", "settings.audio feed.problem.frames"),
                said(SettingsCheck.of(task, audio(AUDIO), signature(tensor("x", "4"), tensor("y", "-1", "2")), six)));
    }

    @Test
    void samplesOrASpectrogramHaveTheShapeThatTheFileTakes() {
        Object[][] inputs = {
            // shape, takes samples, takes 64 bands
            {List.of("-1", "-1"), true, false},
            {List.of("1", "8000"), true, false},
            {List.of("2", "-1"), false, false},
            {List.of("-1", "1", "-1"), true, false},
            {List.of("-1", "-1", "-1"), true, true},
            {List.of("-1", "64", "-1"), false, true},
            {List.of("batch", "frames", "64"), true, true},
            {List.of("1", "100", "64"), false, false},
            {List.of("-1", "80", "-1"), false, false},
            {List.of("-1", "1", "64", "-1"), false, false},
        };
        for (Object[] each : inputs) {
            String[] shape = ((List<?>) each[0]).stream().map(String::valueOf).toArray(String[]::new);
            ModelSignature signature = signature(tensor("sound", shape), tensor("voice", "1", "9"));
            assertEquals(
                    each[1].equals(true) ? List.of() : List.of("settings.audio feed.problem.sound"),
                    said(SettingsCheck.of(ModelTask.SPEAKER_VERIFICATION, audio(Audio.USUAL), signature, NO_FILES)),
                    each[0]::toString);
            assertEquals(
                    each[2].equals(true) ? List.of() : List.of("settings.audio.spectrogram feed.problem.spectrogram"),
                    said(SettingsCheck.of(ModelTask.SPEAKER_VERIFICATION, audio(SPECTRAL), signature, NO_FILES)),
                    each[0]::toString);
        }
    }

    @Test
    void outputsAreThoseOfTheFile() {
        ModelSignature detector =
                signature(tensor("x", "-1", "3", "8", "9"), tensor("b", "-1", "-1", "5"), tensor("s", "-1", "-1"));
        List<Refusal> wrong = SettingsCheck.of(ModelTask.OBJECT_DETECTION, objects(BOXES), detector, NO_FILES);
        assertEquals(
                List.of("settings.objects.boxes feed.problem.numbers", "settings.objects.labels feed.problem.output"),
                said(wrong));
        assertEquals(List.of("b, s"), wrong.get(1).arguments());
        ModelSignature table = signature(tensor("x", "-1", "4"), tensor("y", "-1", "2"));
        assertEquals(
                List.of("settings.output.index feed.problem.index"),
                said(SettingsCheck.of(
                        ModelTask.BINARY_CLASSIFICATION, output("y", OptionalInt.of(2)), table, NO_FILES)));
        assertEquals(
                List.of("settings.output.name feed.problem.output"),
                said(SettingsCheck.of(ModelTask.REGRESSION, output("z", OptionalInt.empty()), table, NO_FILES)));
    }

    @Test
    void theTokenizerHasTheTokenThatTextsBeginWith() {
        ModelSignature causal = signature(tensor("x", "-1", "-1"), tensor("y", "-1", "-1", "7"));
        CompanionFacts without = new CompanionFacts(OptionalInt.empty(), false, OptionalInt.of(7), false, false);
        assertEquals(
                List.of("settings.text.begin feed.problem.begin"),
                said(SettingsCheck.of(ModelTask.TEXT_GENERATION, begin("<s>"), causal, without)));
        assertEquals(List.of(), SettingsCheck.of(ModelTask.TEXT_GENERATION, begin("<s>"), causal, without.unasked()));
        ModelSettings ending = new ModelSettings(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ModelSettings.Text.of(Optional.empty(), Optional.of("</s>")),
                Optional.empty());
        assertEquals(
                List.of("settings.text.end feed.problem.begin"),
                said(SettingsCheck.of(ModelTask.TEXT_GENERATION, ending, causal, without)));
        CompanionFacts with = new CompanionFacts(OptionalInt.empty(), false, OptionalInt.of(7), false, true);
        assertEquals(List.of(), SettingsCheck.of(ModelTask.TEXT_GENERATION, ending, causal, with));
    }

    @Test
    void theEnginesFactsAreReadAndNothingElse() {
        CompanionFacts facts = CompanionFacts.parse(
                "{\"vocabulary\":{\"tokens\":6,\"blank\":0},\"tokenizer\":{\"tokens\":7},\"inputs\":[]}");
        assertEquals(new CompanionFacts(OptionalInt.of(6), true, OptionalInt.of(7), false, false), facts);
        assertTrue(CompanionFacts.parse("{}").vocabulary().isEmpty());
        for (String damaged : List.of(
                "{\"vocabulary\":{}}", "{\"vocabulary\":{\"tokens\":0}}", "{\"tokenizer\":{\"tokens\":1e9}}", "{")) {
            assertThrows(IllegalArgumentException.class, () -> CompanionFacts.parse(damaged), damaged);
        }
    }
}
