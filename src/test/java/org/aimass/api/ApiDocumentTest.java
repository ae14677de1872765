package org.aimass.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The document of the API and its code say the same. */
class ApiDocumentTest {

    private static final JsonNode DOCUMENT = ApiRoutes.document();
    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

    private final List<String> wrong = new ArrayList<>();

    @Test
    void everyRouteIsDescribedAndEveryDescriptionIsARoute() {
        assertEquals(ApiRoutes.ofCode().keySet(), ApiRoutes.ofDocument().keySet());
    }

    @Test
    void everyParameterIsDescribedAndTheReverse() {
        ApiRoutes.ofCode().forEach((route, method) -> {
            Set<String> inCode = new TreeSet<>();
            for (Parameter parameter : method.getParameters()) {
                PathParam path = parameter.getAnnotation(PathParam.class);
                QueryParam query = parameter.getAnnotation(QueryParam.class);
                HeaderParam header = parameter.getAnnotation(HeaderParam.class);
                if (path != null) {
                    inCode.add("path " + path.value());
                } else if (query != null) {
                    inCode.add("query " + query.value());
                } else if (header != null) {
                    inCode.add("header " + header.value());
                }
            }
            if (route.startsWith("GET ")) {
                inCode.add("header If-None-Match");
            } else if (route.startsWith("POST ")) {
                inCode.add("header Idempotency-Key");
            }
            Set<String> inDocument = new TreeSet<>();
            for (JsonNode parameter :
                    Objects.requireNonNull(ApiRoutes.ofDocument().get(route)).path("parameters")) {
                JsonNode found = resolved(parameter);
                inDocument.add(
                        found.path("in").asText() + " " + found.path("name").asText());
            }
            assertEquals(inCode, inDocument, route);
            Set<String> places = new TreeSet<>();
            PLACE.matcher(route).results().forEach(place -> places.add("path " + place.group(1)));
            inCode.removeIf(name -> !name.startsWith("path "));
            assertEquals(places, inCode, route);
        });
    }

    @Test
    void whatIsSentAndAnsweredIsDescribedFieldByField() {
        ApiRoutes.ofCode().forEach((route, method) -> {
            JsonNode operation = Objects.requireNonNull(ApiRoutes.ofDocument().get(route));
            if (method.getReturnType() != Response.class && method.getReturnType() != void.class) {
                JsonNode answer = operation.at("/responses/200/content/application~1json/schema");
                compare(method.getGenericReturnType(), answer, Map.of(), true, route + " answer");
            }
            body(method).ifPresent(type -> {
                if (type != InputStream.class) {
                    JsonNode sent = operation.at("/requestBody/content/application~1json/schema");
                    compare(type, sent, Map.of(), false, route + " request");
                } else {
                    assertTrue(operation.at("/requestBody/content").has("application/octet-stream"), route);
                }
            });
            assertEquals(body(method).isPresent(), operation.has("requestBody"), route);
        });
        assertEquals(List.of(), wrong);
    }

    @Test
    void whatIsOpenInTheDocumentIsOpenAtTheDoorAndNothingElse() {
        ApiRoutes.ofDocument().forEach((route, operation) -> {
            String[] parts = route.split(" ", -1);
            boolean open = ApiFilter.isOpen(parts[0], "/api/v1" + parts[1].replaceAll("\\{[a-z]+}", "x"));
            assertEquals(open, operation.path("security").isEmpty(), route);
            assertEquals(!open, operation.path("responses").has("403"), route);
        });
    }

    /** Otherwise the realm's policies would not speak of it, and nobody could ever call it. */
    @Test
    void everyRouteThatIsNotOpenIsAResourceOfTheRealm() throws Exception {
        JsonNode realm = new com.fasterxml.jackson.databind.ObjectMapper()
                .readTree(java.nio.file.Path.of("realm/aimass-realm.json").toFile());
        List<String> uris = realm.findValues("uris").stream()
                .flatMap(found -> java.util.stream.StreamSupport.stream(found.spliterator(), false))
                .map(JsonNode::asText)
                .toList();
        ApiRoutes.ofDocument().forEach((route, operation) -> {
            String path = "/api/v1" + route.split(" ", -1)[1];
            boolean known = uris.stream()
                    .anyMatch(uri -> uri.endsWith("/*")
                            ? path.startsWith(uri.substring(0, uri.length() - 1))
                            : path.equals(uri));
            assertEquals(!operation.path("security").isEmpty(), known, route);
        });
    }

    @Test
    void everythingThatIsPointedToIsThereAndEverythingThatIsThereIsPointedTo() {
        Set<String> used = new TreeSet<>();
        DOCUMENT.findValues("$ref").forEach(found -> used.add(found.asText()));
        Set<String> known = new TreeSet<>();
        for (String kind : List.of("schemas", "parameters", "responses")) {
            DOCUMENT.path("components")
                    .path(kind)
                    .fieldNames()
                    .forEachRemaining(name -> known.add("#/components/" + kind + "/" + name));
        }
        assertEquals(known, used);
    }

    @Test
    void everyAnswerIsDescribedWithItsErrors() {
        ApiRoutes.ofDocument().forEach((route, operation) -> {
            JsonNode responses = operation.path("responses");
            for (String always : List.of("401", "406", "500", "503")) {
                assertTrue(responses.has(always), route + " " + always);
            }
            if (route.startsWith("POST ")) {
                for (String status : List.of("400", "409", "422")) {
                    assertTrue(responses.has(status), route + " " + status);
                }
            }
            assertTrue(operation.path("operationId").asText().matches("[a-z][A-Za-z]+"), route);
        });
    }

    private static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? DOCUMENT.at(node.path("$ref").asText().substring(1)) : node;
    }

    private static Optional<Type> body(Method method) {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> !parameter.isAnnotationPresent(PathParam.class)
                        && !parameter.isAnnotationPresent(QueryParam.class)
                        && !parameter.isAnnotationPresent(Context.class))
                .map(Parameter::getParameterizedType)
                .findFirst();
    }

    private void compare(Type type, JsonNode found, Map<TypeVariable<?>, Type> known, boolean answer, String place) {
        JsonNode schema = resolved(found);
        if (type instanceof TypeVariable<?> variable) {
            compare(Objects.requireNonNull(known.get(variable)), found, known, answer, place);
        } else if (type instanceof ParameterizedType generic) {
            Class<?> raw = (Class<?>) generic.getRawType();
            Type[] arguments = generic.getActualTypeArguments();
            if (raw == Optional.class) {
                compare(arguments[0], found, known, answer, place);
            } else if (raw == List.class) {
                demand(schema, "type", "array", place);
                compare(arguments[0], schema.path("items"), known, answer, place + "[]");
            } else if (raw == Map.class) {
                demand(schema, "type", "object", place);
                if (arguments[1] != Object.class) {
                    compare(arguments[1], schema.path("additionalProperties"), known, answer, place + "{}");
                }
            } else {
                Map<TypeVariable<?>, Type> inside = new HashMap<>(known);
                for (int i = 0; i < arguments.length; i++) {
                    inside.put(raw.getTypeParameters()[i], arguments[i]);
                }
                fields(raw, schema, inside, answer, place);
            }
        } else {
            value((Class<?>) type, schema, known, answer, place);
        }
    }

    private void value(Class<?> type, JsonNode schema, Map<TypeVariable<?>, Type> known, boolean answer, String place) {
        if (type.isRecord()) {
            fields(type, schema, known, answer, place);
        } else if (type.isEnum()) {
            Set<String> words = new TreeSet<>();
            schema.path("enum").forEach(word -> words.add(word.asText()));
            Set<String> constants = Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!words.equals(constants)) {
                wrong.add(place + ": " + words + " instead of " + constants);
            }
        } else if (type == UUID.class) {
            demand(schema, "format", "uuid", place);
        } else if (type == Instant.class) {
            demand(schema, "format", "date-time", place);
        } else if (type == String.class) {
            demand(schema, "type", "string", place);
        } else if (type == boolean.class || type == Boolean.class) {
            demand(schema, "type", "boolean", place);
        } else if (type == int.class || type == Integer.class) {
            demand(schema, "format", "int32", place);
        } else if (type == long.class || type == Long.class || type == OptionalLong.class) {
            demand(schema, "format", "int64", place);
        } else if (type == Double.class || type == double.class || type == OptionalDouble.class) {
            demand(schema, "format", "double", place);
        } else {
            wrong.add(place + ": nobody knows how " + type + " is written");
        }
    }

    private void fields(
            Class<?> type, JsonNode schema, Map<TypeVariable<?>, Type> known, boolean answer, String place) {
        demand(schema, "type", "object", place);
        Set<String> names = new TreeSet<>();
        Set<String> always = new TreeSet<>();
        for (RecordComponent component : type.getRecordComponents()) {
            names.add(component.getName());
            if (!isAbsentAtTimes(component)) {
                always.add(component.getName());
            }
            JsonNode field = schema.path("properties").path(component.getName());
            if (field.isMissingNode()) {
                wrong.add(place + "." + component.getName() + " is not described");
            } else {
                compare(component.getGenericType(), field, known, answer, place + "." + component.getName());
            }
        }
        schema.path("properties").fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                wrong.add(place + "." + name + " is described, but not there");
            }
        });
        Set<String> required = new TreeSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        if (answer && !required.equals(always)) {
            wrong.add(place + ": always there are " + always + ", not " + required);
        }
    }

    private static boolean isAbsentAtTimes(RecordComponent component) {
        return Set.of(Optional.class, OptionalLong.class, OptionalDouble.class).contains(component.getType())
                || component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private void demand(JsonNode schema, String what, String expected, String place) {
        if (!schema.path(what).asText().equals(expected)) {
            wrong.add(place + ": " + what + " is " + schema.path(what) + ", not " + expected);
        }
    }
}
