package io.github.mlmaven.worker;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** One line from a worker. The last one is {@link Done} or {@link Failed}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Event.Info.class, name = "info"),
    @JsonSubTypes.Type(value = Event.Warn.class, name = "warn"),
    @JsonSubTypes.Type(value = Event.Tick.class, name = "tick"),
    @JsonSubTypes.Type(value = Event.About.class, name = "about"),
    @JsonSubTypes.Type(value = Event.Lacks.class, name = "lacks"),
    @JsonSubTypes.Type(value = Event.Done.class, name = "done"),
    @JsonSubTypes.Type(value = Event.Failed.class, name = "failed")
})
public sealed interface Event {

    record Info(String text) implements Event {}

    record Warn(String text) implements Event {}

    record Tick(String what, long done, long total) implements Event {}

    record About(String what, long done, long expected) implements Event {}

    /**
     * The machine has no such native library, and the work waits for a {@link SupplyLine} on the next line of standard input.
     *
     * @param library as in {@link Progress#lacking}
     */
    record Lacks(String library) implements Event {}

    /** The request was carried out; its results are in the files. */
    record Done() implements Event {}

    /**
     * The request could not be carried out.
     *
     * @param remedy empty where the failure is a bug of ours
     * @param trace the stack trace, for {@code -X}
     * @param ends whether the worker serves no other request and ends
     */
    record Failed(String problem, String remedy, String trace, boolean ends) implements Event {}
}
