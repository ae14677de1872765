package org.aimass.engine.task;

import org.aimass.engine.metrics.SpeechMetrics;

/**
 * What an audit of speech recognition measures.
 *
 * @param groups the groups, and how sure of them; clusters are speakers
 * @param unit what errors are counted in
 * @param timed whether snippets bring their duration, so that groups are compared over snippets of like duration too
 * @param durationBins into how many bins the durations of all snippets are cut for that
 * @param examples how many of the snippets that were understood worst are told
 */
public record SpeechPlan(GroupPlan groups, SpeechMetrics.Unit unit, boolean timed, int durationBins, int examples) {}
