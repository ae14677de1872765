package org.aimass.web;

import java.nio.file.Path;
import org.eclipse.microprofile.config.spi.Converter;

/** Lets the configuration name folders; MicroProfile Config knows no {@link Path} by itself. */
public class PathConverter implements Converter<Path> {

    private static final long serialVersionUID = 1L;

    @Override
    public Path convert(String value) {
        return Path.of(value);
    }
}
