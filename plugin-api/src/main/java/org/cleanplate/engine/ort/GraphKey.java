package org.cleanplate.engine.ort;

import org.cleanplate.network.graph.GraphOptions;

/** What makes a compiled graph another one: a session's number of threads is fixed. */
record GraphKey(GraphOptions options, int intraOpThreads) {}
