package io.github.mlmaven.worker;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What the worker of the pipeline can be asked for. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "work")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PipelineRequest.class, name = "steps"),
    @JsonSubTypes.Type(value = FetchRequest.class, name = "fetch"),
    @JsonSubTypes.Type(value = PredictRequest.class, name = "predict")
})
public sealed interface WorkRequest permits FetchRequest, PipelineRequest, PredictRequest {}
