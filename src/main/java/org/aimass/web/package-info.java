/**
 * The front door that every boundary shares: addresses, languages, headers, error pages, health, the log. May touch Faces, JAX-RS,
 * servlets and {@code security}; knows no room.
 */
@NullMarked
package org.aimass.web;

import org.jspecify.annotations.NullMarked;
