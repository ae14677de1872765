package org.aimass.engine.speech;

/**
 * What a model of speech takes and answers.
 *
 * @param vocabulary what its scores stand for
 */
public record Acoustics(Hearing hearing, Vocabulary vocabulary) {}
