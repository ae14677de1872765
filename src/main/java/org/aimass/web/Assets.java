package org.aimass.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.aimass.shared.Sha256Digest;

/**
 * Addresses of our own style sheets, scripts and pictures, each with the beginning of its digest: a browser may keep a file for
 * as long as it likes, and asks for the new one as soon as there is one.
 */
@Named
@ApplicationScoped
public class Assets {

    private static final String LIBRARY = "aimass";
    private static final int DIGITS = 12;

    private final Map<String, String> digests = new ConcurrentHashMap<>();

    /** @param name within {@code resources/aimass}, such as {@code css/app.css} */
    public String address(String name) {
        FacesContext faces = FacesContext.getCurrentInstance();
        String path = faces.getApplication()
                .getResourceHandler()
                .createResource(name, LIBRARY)
                .getRequestPath();
        return path + "&v=" + digests.computeIfAbsent(name, Assets::digest);
    }

    private static String digest(String name) {
        String path = "/resources/" + LIBRARY + "/" + name;
        try (InputStream file =
                FacesContext.getCurrentInstance().getExternalContext().getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalArgumentException("no such file: " + path);
            }
            return Sha256Digest.of(file.readAllBytes()).hex().substring(0, DIGITS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
