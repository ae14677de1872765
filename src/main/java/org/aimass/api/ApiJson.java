package org.aimass.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;
import java.util.stream.Collectors;
import org.aimass.web.Problem;

/**
 * Records to JSON and back, strictly: what is not known, doubled, or of another kind is refused with its place, not guessed at. What is
 * absent is left out; nothing is ever {@code null}.
 */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ApiJson implements MessageBodyReader<Record>, MessageBodyWriter<Record> {

    /** 1 MiB: what people say about a model or choose for an audit is far less. */
    static final int AT_MOST = 1 << 20;

    private static final int DEEPEST = 20;

    static final JsonMapper MAPPER = JsonMapper.builder(com.fasterxml.jackson.core.JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
            .build();

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type.isRecord();
    }

    @Override
    public Record readFrom(
            Class<Record> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        byte[] bytes = body.readNBytes(AT_MOST + 1);
        if (bytes.length > AT_MOST) {
            throw new WebApplicationException(
                    Problem.of(413, ApiWords.say("json.tooLarge"), null).response());
        }
        return parse(bytes, type);
    }

    static <T> T parse(byte[] bytes, Class<T> type) throws IOException {
        try {
            T read = MAPPER.readValue(bytes, type);
            if (read == null) {
                throw refused(400, new Problem.Fault(ApiWords.say("json.empty"), "", 1, 1));
            }
            return read;
        } catch (JsonMappingException e) {
            String field = path(e.getPath());
            throw e.getCause() instanceof JsonProcessingException || field.isEmpty()
                    ? refused(400, fault(ApiWords.say("json.malformed"), field, e.getLocation()))
                    : refused(422, fault(ApiWords.say("json.value"), field, e.getLocation()));
        } catch (JsonProcessingException e) {
            throw refused(400, fault(ApiWords.say("json.malformed"), "", e.getLocation()));
        }
    }

    private static WebApplicationException refused(int status, Problem.Fault fault) {
        return new WebApplicationException(new Problem(status, fault.detail(), List.of(fault)).response());
    }

    private static Problem.Fault fault(String detail, String field, JsonLocation place) {
        return place == null
                ? Problem.Fault.at(field, detail)
                : new Problem.Fault(detail, field, place.getLineNr(), place.getColumnNr());
    }

    private static String path(List<JsonMappingException.Reference> references) {
        return references.stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type.isRecord();
    }

    @Override
    public void writeTo(
            Record value,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        MAPPER.writer()
                .without(com.fasterxml.jackson.core.JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .writeValue(out, value);
    }
}
