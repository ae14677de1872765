package org.aimass.desk.entity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/**
 * What the engine says of itself and of the machine it runs on.
 *
 * @param version of the engine
 * @param java the version of the Java that runs it
 * @param system such as {@code Linux amd64}
 * @param onnxRuntime the version of ONNX Runtime
 * @param providers what ONNX Runtime can compute with, such as {@code CPU} and {@code CUDA}
 * @param devices processors and cards, as they call themselves
 * @param cores that the engine may use
 * @param memoryBytes its largest heap
 */
public record Machine(
        String version,
        String java,
        String system,
        String onnxRuntime,
        List<String> providers,
        List<String> devices,
        long cores,
        long memoryBytes) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 200;
    private static final int MOST = 64;

    public Machine {
        providers = List.copyOf(providers);
        devices = List.copyOf(devices);
    }

    /**
     * Reads what {@code doctor} says, trusting nothing in it.
     *
     * @throws IllegalArgumentException when that is something else
     */
    public static Machine parse(String json) {
        try {
            JsonNode answer = JSON.readTree(json);
            return new Machine(
                    text(answer, "version"),
                    text(answer, "java"),
                    text(answer, "system"),
                    text(answer, "onnxruntime"),
                    texts(answer, "providers"),
                    texts(answer, "devices"),
                    count(answer, "cores"),
                    count(answer, "memory_bytes"));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the engine's answer is no JSON", e);
        }
    }

    private static String text(JsonNode object, String name) {
        return line(object.path(name), name);
    }

    private static List<String> texts(JsonNode object, String name) {
        JsonNode list = object.path(name);
        if (!list.isArray() || list.size() > MOST) {
            throw new IllegalArgumentException(name + ": expected a list");
        }
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(line(each, name)));
        return texts;
    }

    private static String line(JsonNode value, String name) {
        if (!value.isTextual() || value.asText().length() > LONGEST) {
            throw new IllegalArgumentException(name + ": expected a short text");
        }
        return value.asText().replaceAll("\\p{Cntrl}", " ");
    }

    private static long count(JsonNode object, String name) {
        JsonNode value = object.path(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.asLong() < 0) {
            throw new IllegalArgumentException(name + ": expected a count");
        }
        return value.asLong();
    }
}
