package org.aimass.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.TreeMap;

/** What the API offers, by its code and by its document. */
final class ApiRoutes {

    private static final java.nio.file.Path CLASSES = java.nio.file.Path.of("target/classes/org/aimass");

    private ApiRoutes() {}

    /** By verb and address, such as {@code GET /models/{id}}, the method that answers. */
    static Map<String, Method> ofCode() {
        Map<String, Method> routes = new TreeMap<>();
        for (JavaClass type : new ClassFileImporter().importPath(CLASSES)) {
            if (type.isAnnotatedWith(Path.class)) {
                Class<?> resource = type.reflect();
                for (Method method : resource.getDeclaredMethods()) {
                    for (Annotation annotation : method.getAnnotations()) {
                        HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
                        if (verb != null) {
                            routes.put(verb.value() + " " + address(resource, method), method);
                        }
                    }
                }
            }
        }
        return routes;
    }

    private static String address(Class<?> resource, Method method) {
        String address = "/" + resource.getAnnotation(Path.class).value();
        Path below = method.getAnnotation(Path.class);
        return below == null ? address : address + "/" + below.value().replaceAll(":.*?}(?=/|$)", "}");
    }

    static JsonNode document() {
        try (InputStream document = ApiRoutes.class.getResourceAsStream("openapi.json")) {
            return new ObjectMapper().readTree(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same as {@link #ofCode}, with what the document says about each. */
    static Map<String, JsonNode> ofDocument() {
        Map<String, JsonNode> routes = new TreeMap<>();
        document().path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(operation -> routes.put(
                        operation.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey(),
                        operation.getValue())));
        return routes;
    }
}
