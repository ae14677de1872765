/**
 * The demonstration: a synthetic table of applications for rent support, and a model with a known bias, both made from fixed
 * seeds. No row is about a real person.
 */
@NullMarked
package org.aimass.engine.demo;

import org.jspecify.annotations.NullMarked;
