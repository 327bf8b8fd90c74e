// Generated from the OpenAPI document by `npm run generate`. Do not edit.

export type $Read<T> = {
    readonly $read: T;
};
export type $Write<T> = {
    readonly $write: T;
};
export type Readable<T> = T extends $Write<any> ? never : T extends $Read<infer U> ? Readable<U> : T extends string ? T : T extends (infer E)[] ? Readable<E>[] : T extends object ? {
    [K in keyof T as NonNullable<T[K]> extends $Write<any> ? never : K]: Readable<T[K]>;
} : T;
export type Writable<T> = T extends $Read<any> ? never : T extends $Write<infer U> ? Writable<U> : T extends string ? T : T extends (infer E)[] ? Writable<E>[] : T extends object ? {
    [K in keyof T as NonNullable<T[K]> extends $Read<any> ? never : K]: Writable<T[K]>;
} & {
    [K in keyof T as NonNullable<T[K]> extends $Read<any> ? K : never]?: never;
} : T;
export interface paths {
    "/v1alpha1/inference/gateways": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List gateways
         * @description Returns the gateways, or those updated after a moment. Whether a long list is cut into pages is not published.
         */
        get: operations["listGateways"];
        put?: never;
        /**
         * Create a gateway
         * @description Starts a gateway and answers at once; it is usable when getGateway reports `STATUS_READY`.
         *     Choose the `id` yourself to be able to repeat the request safely: when the first attempt has
         *     arrived, the repeat is expected to be refused because the `id` exists (409), and there is no
         *     second gateway.
         */
        post: operations["createGateway"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1alpha1/inference/gateways/parameters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the values a gateway may use
         * @description Returns the zones that createGateway and updateGateway accept.
         */
        get: operations["getGatewayParameters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1alpha1/inference/gateways/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The gateway's identifier.
                 * @example 5f0c7f4e-8a51-4c1e-9f1d-3d1a0a3a7b10
                 */
                id: components["parameters"]["GatewayId"];
            };
            cookie?: never;
        };
        /**
         * Get a gateway
         * @description Returns one gateway with its status. Poll it after a create or update until the status is
         *     `STATUS_READY`, and after a delete until the answer is 404.
         */
        get: operations["getGateway"];
        put?: never;
        post?: never;
        /**
         * Delete a gateway
         * @description Starts the removal and answers with the gateway's last state. It is gone when getGateway
         *     answers 404; a 404 here means that it was gone already.
         */
        delete: operations["deleteGateway"];
        options?: never;
        head?: never;
        /**
         * Update a gateway
         * @description Replaces the gateway's specification: send the name, the zones, the authentication and the
         *     routing every time, changed or not. Treat the name as fixed. The routing may change in place;
         *     additional DNS names are added to those already stored. Reads never return `apiKey`, so a body
         *     made from a read carries none, and whether the stored key then survives is not published:
         *     send the key again.
         */
        patch: operations["updateGateway"];
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description The dialect of the requests that the gateway reads, by name or by number. `API_TYPE_OPENAI` is the only usable one.
         * @example API_TYPE_OPENAI
         */
        ApiType: ("API_TYPE_UNSPECIFIED" | "API_TYPE_OPENAI") | number;
        /** @description The model is named by the member `model` of the request body. */
        BodyBasedRouting: {
            apiType?: components["schemas"]["ApiType"];
        };
        /** @description One observation of the gateway. */
        Condition: {
            /**
             * Format: date-time
             * @description When the observation last changed.
             */
            lastUpdateTime?: string;
            /** @description Why, in a sentence for people. */
            message?: string;
            /** @description Why, in a word for programs. */
            reason?: string;
            status?: components["schemas"]["ConditionStatus"];
            /** @description What is observed, for example `Ready` or `Progressing`. */
            type?: string;
            /** @description The zone that the observation is about. */
            zone?: string;
        };
        /**
         * Format: int32
         * @description Whether the observation holds, by name or by number. Other names may appear.
         */
        ConditionStatus: "True" | "False" | "Unknown" | "STATUS_TRUE" | (string & {}) | number;
        /** @description Callers authenticate with CoreWeave IAM. Has no members today. */
        CoreWeaveAuth: Record<string, unknown>;
        /**
         * Create a gateway
         * @description The gateway to create. Exactly one of `coreWeaveAuth` and `weightsAndBiasesAuth` and exactly
         *     one of `bodyBasedRouting`, `headerBasedRouting` and `pathBasedRouting` must be present.
         */
        CreateGatewayRequest: {
            bodyBasedRouting?: components["schemas"]["BodyBasedRouting"];
            coreWeaveAuth?: components["schemas"]["CoreWeaveAuth"];
            endpointConfiguration?: components["schemas"]["EndpointConfiguration"];
            headerBasedRouting?: components["schemas"]["HeaderBasedRouting"];
            /**
             * Format: uuid
             * @description The identifier that the gateway shall have, a UUID. Without it the service chooses one.
             * @example 5f0c7f4e-8a51-4c1e-9f1d-3d1a0a3a7b10
             */
            id?: string;
            name: components["schemas"]["GatewayName"];
            pathBasedRouting?: components["schemas"]["PathBasedRouting"];
            weightsAndBiasesAuth?: components["schemas"]["WeightsAndBiasesAuth"];
            zones: components["schemas"]["Zones"];
        } & (components["schemas"]["OneAuthentication"] & components["schemas"]["OneRouting"]);
        /** @description What else the gateway's public endpoint shall be or allow. */
        EndpointConfiguration: {
            /**
             * @description More DNS names for the gateway. You point them at it yourself.
             * @example [
             *       "models.example.org"
             *     ]
             */
            additionalDns?: string[];
            /**
             * @description The address ranges that may call the gateway, 50 at most; an empty list lets everyone call.
             * @example [
             *       "203.0.113.0/24",
             *       "2001:db8::/32"
             *     ]
             */
            allowedSourceIpRanges?: string[];
        };
        /**
         * @description Why a request failed. The service does not publish which errors it gives, nor their shape: each
         *     operation lists the statuses that make sense for it and `default` covers the rest, and this
         *     shape admits the two that the service's protocols use, google.rpc.Status and Connect.
         */
        Error: {
            /** @description The kind of failure, as a google.rpc.Code number or as a lower-case Connect name. */
            code?: "invalid_argument" | "not_found" | "already_exists" | "permission_denied" | "resource_exhausted" | "failed_precondition" | "unauthenticated" | (string & {}) | number;
            /** @description More about the failure, such as google.rpc BadRequest, ResourceInfo, PreconditionFailure or QuotaFailure. */
            details?: components["schemas"]["ErrorDetail"][];
            /** @description What went wrong, for people. */
            message?: string;
        };
        /** @description One detail of a failure. Its other members depend on its type. */
        ErrorDetail: {
            /** @description What kind of detail this is, as a type URL. */
            "@type"?: string;
            /** @description The request fields at fault, in a google.rpc BadRequest. */
            fieldViolations?: components["schemas"]["FieldViolation"][];
        } & {
            [key: string]: unknown;
        };
        /** @description One request field at fault. */
        FieldViolation: {
            /** @description What is wrong with it, for people. */
            description?: string;
            /** @description The path of the field, in snake_case. */
            field?: string;
        };
        /** @description A gateway as it was asked for and as it stands. */
        Gateway: {
            spec?: components["schemas"]["GatewaySpec"];
            status?: components["schemas"]["GatewayStatus"];
        };
        /**
         * @description A name for people. The gateway's public host name is made from it and must fit the common
         *     name of a certificate, hence 38 characters at most.
         * @example support-chat
         */
        GatewayName: string;
        /** @description The values that a gateway's specification may use. */
        GatewayParametersResponse: {
            /** @description The zones in which a gateway may be placed. */
            zones: string[];
        };
        /** @description One gateway. */
        GatewayResponse: {
            gateway?: components["schemas"]["Gateway"];
        };
        /**
         * @description What the gateway was asked to be. The authentication and the routing that were chosen are
         *     present, the others as a rule are not. An `apiKey` is never returned.
         */
        GatewaySpec: {
            bodyBasedRouting?: components["schemas"]["StoredBodyBasedRouting"];
            coreWeaveAuth?: components["schemas"]["CoreWeaveAuth"];
            endpointConfiguration?: components["schemas"]["StoredEndpointConfiguration"];
            headerBasedRouting?: components["schemas"]["StoredHeaderBasedRouting"];
            /**
             * Format: uuid
             * @description The gateway's identifier, a UUID.
             */
            id?: string;
            /** @description The gateway's name, for people. */
            name?: string;
            /** @description The organization that the gateway belongs to. */
            organizationId?: string;
            pathBasedRouting?: components["schemas"]["PathBasedRouting"];
            weightsAndBiasesAuth?: components["schemas"]["StoredWeightsAndBiasesAuth"];
            /** @description Where the gateway can be reached; empty or left out means every zone. */
            zones?: string[];
        };
        /**
         * Format: int32
         * @description Where the gateway is in its life, by name or by number (0 is unspecified, other numbers are
         *     not published). `STATUS_CREATING`, `STATUS_UPDATING` and `STATUS_DELETING` pass; `STATUS_READY`
         *     serves; `STATUS_ERROR` can recover; `STATUS_FAILED` also ends a create or an update. Other names
         *     may appear.
         */
        GatewayState: "STATUS_UNSPECIFIED" | "STATUS_CREATING" | "STATUS_READY" | "STATUS_UPDATING" | "STATUS_DELETING" | "STATUS_ERROR" | "STATUS_FAILED" | (string & {}) | number;
        /** @description How the gateway stands. */
        GatewayStatus: {
            /** @description The observations that the state rests on. */
            conditions?: components["schemas"]["Condition"][];
            /**
             * Format: date-time
             * @description When the gateway was created.
             */
            createdAt?: string;
            /** @description The URLs at which the gateway can be called, present once it is ready. */
            endpoints?: string[];
            status?: components["schemas"]["GatewayState"];
            /**
             * Format: date-time
             * @description When the gateway was last changed.
             */
            updatedAt?: string;
        };
        /** @description The model is named by a request header. */
        HeaderBasedRouting: {
            /**
             * @description The name of the header.
             * @example X-Model
             */
            headerName?: string;
        };
        /** @description All gateways that were asked for. */
        ListGatewaysResponse: {
            /** @description The gateways; left out when there are none. */
            items?: components["schemas"]["Gateway"][];
        };
        /** @description Exactly one way of authenticating callers. */
        OneAuthentication: {
            /** @description Callers authenticate with CoreWeave IAM. */
            coreWeaveAuth: {} | null;
            weightsAndBiasesAuth?: never;
        } | {
            coreWeaveAuth?: never;
            /** @description Callers authenticate with Weights & Biases. */
            weightsAndBiasesAuth: {} | null;
        };
        /** @description Exactly one way of finding the model that a call is meant for. */
        OneRouting: {
            /** @description The request body names the model. */
            bodyBasedRouting: {} | null;
            headerBasedRouting?: never;
            pathBasedRouting?: never;
        } | {
            bodyBasedRouting?: never;
            /** @description A request header names the model. */
            headerBasedRouting: {} | null;
            pathBasedRouting?: never;
        } | {
            bodyBasedRouting?: never;
            headerBasedRouting?: never;
            /** @description The first segment of the path names the model. */
            pathBasedRouting: {} | null;
        };
        /** @description The model is named by the first segment of the path, URL-encoded. Has no members today. */
        PathBasedRouting: Record<string, unknown>;
        /**
         * Format: int32
         * @description The dialect of the requests that the gateway reads, by name or by number. Other names may appear.
         */
        StoredApiType: "API_TYPE_UNSPECIFIED" | "API_TYPE_OPENAI" | (string & {}) | number;
        /** @description The model is named by the member `model` of the request body. */
        StoredBodyBasedRouting: {
            apiType?: components["schemas"]["StoredApiType"];
        };
        /** @description What else the gateway's public endpoint is or allows. */
        StoredEndpointConfiguration: {
            /** @description More DNS names under which the gateway may be called. */
            additionalDns?: string[];
            /** @description The address ranges that may call the gateway; empty or left out lets everyone call. */
            allowedSourceIpRanges?: string[];
        };
        /** @description The model is named by a request header. */
        StoredHeaderBasedRouting: {
            /** @description The name of the header. */
            headerName?: string;
        };
        /** @description The stored Weights & Biases settings. Reads return them without `apiKey`. */
        StoredWeightsAndBiasesAuth: {
            /**
             * Format: password
             * @description Stored, but not returned by reads.
             */
            apiKey?: $Write<string>;
            /** @description Whether Weights & Biases controls rate limits. */
            enableRateLimiting?: boolean;
            /** @description Whether usage data is sent to Weights & Biases. */
            enableUsageReports?: boolean;
            /**
             * Format: uri-reference
             * @description The Weights & Biases instance; empty or left out for the shared SaaS instance.
             */
            serverUrl?: string;
        };
        /**
         * Update a gateway
         * @description The whole gateway as it shall be, with its identifier repeated. Exactly one of `coreWeaveAuth`
         *     and `weightsAndBiasesAuth` and exactly one of `bodyBasedRouting`, `headerBasedRouting` and
         *     `pathBasedRouting` must be present.
         */
        UpdateGatewayRequest: {
            bodyBasedRouting?: components["schemas"]["BodyBasedRouting"];
            coreWeaveAuth?: components["schemas"]["CoreWeaveAuth"];
            endpointConfiguration?: components["schemas"]["EndpointConfiguration"];
            headerBasedRouting?: components["schemas"]["HeaderBasedRouting"];
            /**
             * Format: uuid
             * @description The identifier of the gateway to update, the same as in the path.
             * @example 5f0c7f4e-8a51-4c1e-9f1d-3d1a0a3a7b10
             */
            id: string;
            name: components["schemas"]["GatewayName"];
            pathBasedRouting?: components["schemas"]["PathBasedRouting"];
            weightsAndBiasesAuth?: components["schemas"]["WeightsAndBiasesAuth"];
            zones: components["schemas"]["Zones"];
        } & (components["schemas"]["OneAuthentication"] & components["schemas"]["OneRouting"]);
        /**
         * @description Callers authenticate with Weights & Biases; an instance that you host yourself cannot be used.
         *     Give `apiKey` and `serverUrl` together, `serverUrl` alone, or neither.
         */
        WeightsAndBiasesAuth: {
            /**
             * Format: password
             * @description A Weights & Biases API key; needs `serverUrl`. A secret that no read returns.
             */
            apiKey?: $Write<string>;
            /** @description Whether Weights & Biases controls rate limits. */
            enableRateLimiting?: boolean;
            /** @description Whether usage data is sent to Weights & Biases. */
            enableUsageReports?: boolean;
            /**
             * Format: uri
             * @description The Weights & Biases instance; by default the shared SaaS instance.
             * @example https://api.wandb.ai
             */
            serverUrl?: string;
        } & ({
            /** @description A Weights & Biases API key; needs `serverUrl`. A secret that no read returns. */
            apiKey: {} | null;
            /** @description The Weights & Biases instance that the key belongs to. */
            serverUrl: {} | null;
        } | {
            apiKey?: never;
        });
        /**
         * @description Where the gateway can be reached and its models may run; an empty list means every zone. Upper
         *     and lower case are the same. The service accepts one zone at most for now.
         *     getGatewayParameters lists the valid ones.
         * @example [
         *       "US-EAST-04A"
         *     ]
         */
        Zones: string[];
    };
    responses: {
        /** @description The request cannot be carried out as it is; the details name the fields at fault. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The request collides with a gateway that exists or with a change in progress. */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The token is valid, but its role does not allow the operation. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description No gateway has this identifier; after a delete, the gateway is gone. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Any other failure. */
        OtherError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description A quota or a rate limit is used up; limits are not published. */
        TooManyRequests: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The bearer token is missing, malformed or no longer valid. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The request is well-formed but breaks a rule of this document. */
        UnprocessableContent: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
    };
    parameters: {
        /**
         * @description The gateway's identifier.
         * @example 5f0c7f4e-8a51-4c1e-9f1d-3d1a0a3a7b10
         */
        GatewayId: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listGateways: {
        parameters: {
            query?: {
                /**
                 * @description Only gateways whose last update is later than this moment.
                 * @example 2026-05-06T09:30:00Z
                 */
                updatedAfter?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The gateways, in no documented order. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListGatewaysResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["OtherError"];
        };
    };
    createGateway: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The gateway to create, with exactly one authentication (`coreWeaveAuth` or
         *     `weightsAndBiasesAuth`) and exactly one routing (`bodyBasedRouting`, `headerBasedRouting` or
         *     `pathBasedRouting`).
         */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateGatewayRequest"];
            };
        };
        responses: {
            /** @description The new gateway, accepted and in preparation. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["OtherError"];
        };
    };
    getGatewayParameters: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The values on offer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayParametersResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["OtherError"];
        };
    };
    getGateway: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The gateway's identifier.
                 * @example 5f0c7f4e-8a51-4c1e-9f1d-3d1a0a3a7b10
                 */
                id: components["parameters"]["GatewayId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The gateway as it stands. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["OtherError"];
        };
    };
    deleteGateway: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The gateway's identifier.
                 * @example 5f0c7f4e-8a51-4c1e-9f1d-3d1a0a3a7b10
                 */
                id: components["parameters"]["GatewayId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The gateway in its last state. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["OtherError"];
        };
    };
    updateGateway: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The gateway's identifier.
                 * @example 5f0c7f4e-8a51-4c1e-9f1d-3d1a0a3a7b10
                 */
                id: components["parameters"]["GatewayId"];
            };
            cookie?: never;
        };
        /**
         * @description The gateway as it shall be, with exactly one authentication (`coreWeaveAuth` or
         *     `weightsAndBiasesAuth`) and exactly one routing (`bodyBasedRouting`, `headerBasedRouting` or
         *     `pathBasedRouting`).
         */
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateGatewayRequest"];
            };
        };
        responses: {
            /** @description The gateway with the change accepted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["OtherError"];
        };
    };
}

export type ListGatewaysParameters = operations["listGateways"]["parameters"];
export type ListGatewaysResponse200 = Readable<operations["listGateways"]["responses"][200]["content"]["application/json"]>;
export type ListGatewaysResponse400 = Readable<operations["listGateways"]["responses"][400]["content"]["application/json"]>;
export type ListGatewaysResponse401 = Readable<operations["listGateways"]["responses"][401]["content"]["application/json"]>;
export type ListGatewaysResponse403 = Readable<operations["listGateways"]["responses"][403]["content"]["application/json"]>;
export type ListGatewaysResponse422 = Readable<operations["listGateways"]["responses"][422]["content"]["application/json"]>;
export type ListGatewaysResponse429 = Readable<operations["listGateways"]["responses"][429]["content"]["application/json"]>;
export type ListGatewaysResponseDefault = Readable<operations["listGateways"]["responses"]["default"]["content"]["application/json"]>;
export type CreateGatewayRequestBody = Writable<NonNullable<operations["createGateway"]["requestBody"]>["content"]["application/json"]>;
export type CreateGatewayResponse200 = Readable<operations["createGateway"]["responses"][200]["content"]["application/json"]>;
export type CreateGatewayResponse400 = Readable<operations["createGateway"]["responses"][400]["content"]["application/json"]>;
export type CreateGatewayResponse401 = Readable<operations["createGateway"]["responses"][401]["content"]["application/json"]>;
export type CreateGatewayResponse403 = Readable<operations["createGateway"]["responses"][403]["content"]["application/json"]>;
export type CreateGatewayResponse409 = Readable<operations["createGateway"]["responses"][409]["content"]["application/json"]>;
export type CreateGatewayResponse422 = Readable<operations["createGateway"]["responses"][422]["content"]["application/json"]>;
export type CreateGatewayResponse429 = Readable<operations["createGateway"]["responses"][429]["content"]["application/json"]>;
export type CreateGatewayResponseDefault = Readable<operations["createGateway"]["responses"]["default"]["content"]["application/json"]>;
export type GetGatewayParametersResponse200 = Readable<operations["getGatewayParameters"]["responses"][200]["content"]["application/json"]>;
export type GetGatewayParametersResponse400 = Readable<operations["getGatewayParameters"]["responses"][400]["content"]["application/json"]>;
export type GetGatewayParametersResponse401 = Readable<operations["getGatewayParameters"]["responses"][401]["content"]["application/json"]>;
export type GetGatewayParametersResponse403 = Readable<operations["getGatewayParameters"]["responses"][403]["content"]["application/json"]>;
export type GetGatewayParametersResponse429 = Readable<operations["getGatewayParameters"]["responses"][429]["content"]["application/json"]>;
export type GetGatewayParametersResponseDefault = Readable<operations["getGatewayParameters"]["responses"]["default"]["content"]["application/json"]>;
export type GetGatewayParameters = operations["getGateway"]["parameters"];
export type GetGatewayResponse200 = Readable<operations["getGateway"]["responses"][200]["content"]["application/json"]>;
export type GetGatewayResponse400 = Readable<operations["getGateway"]["responses"][400]["content"]["application/json"]>;
export type GetGatewayResponse401 = Readable<operations["getGateway"]["responses"][401]["content"]["application/json"]>;
export type GetGatewayResponse403 = Readable<operations["getGateway"]["responses"][403]["content"]["application/json"]>;
export type GetGatewayResponse404 = Readable<operations["getGateway"]["responses"][404]["content"]["application/json"]>;
export type GetGatewayResponse422 = Readable<operations["getGateway"]["responses"][422]["content"]["application/json"]>;
export type GetGatewayResponse429 = Readable<operations["getGateway"]["responses"][429]["content"]["application/json"]>;
export type GetGatewayResponseDefault = Readable<operations["getGateway"]["responses"]["default"]["content"]["application/json"]>;
export type DeleteGatewayParameters = operations["deleteGateway"]["parameters"];
export type DeleteGatewayResponse200 = Readable<operations["deleteGateway"]["responses"][200]["content"]["application/json"]>;
export type DeleteGatewayResponse400 = Readable<operations["deleteGateway"]["responses"][400]["content"]["application/json"]>;
export type DeleteGatewayResponse401 = Readable<operations["deleteGateway"]["responses"][401]["content"]["application/json"]>;
export type DeleteGatewayResponse403 = Readable<operations["deleteGateway"]["responses"][403]["content"]["application/json"]>;
export type DeleteGatewayResponse404 = Readable<operations["deleteGateway"]["responses"][404]["content"]["application/json"]>;
export type DeleteGatewayResponse409 = Readable<operations["deleteGateway"]["responses"][409]["content"]["application/json"]>;
export type DeleteGatewayResponse422 = Readable<operations["deleteGateway"]["responses"][422]["content"]["application/json"]>;
export type DeleteGatewayResponse429 = Readable<operations["deleteGateway"]["responses"][429]["content"]["application/json"]>;
export type DeleteGatewayResponseDefault = Readable<operations["deleteGateway"]["responses"]["default"]["content"]["application/json"]>;
export type UpdateGatewayParameters = operations["updateGateway"]["parameters"];
export type UpdateGatewayRequestBody = Writable<NonNullable<operations["updateGateway"]["requestBody"]>["content"]["application/json"]>;
export type UpdateGatewayResponse200 = Readable<operations["updateGateway"]["responses"][200]["content"]["application/json"]>;
export type UpdateGatewayResponse400 = Readable<operations["updateGateway"]["responses"][400]["content"]["application/json"]>;
export type UpdateGatewayResponse401 = Readable<operations["updateGateway"]["responses"][401]["content"]["application/json"]>;
export type UpdateGatewayResponse403 = Readable<operations["updateGateway"]["responses"][403]["content"]["application/json"]>;
export type UpdateGatewayResponse404 = Readable<operations["updateGateway"]["responses"][404]["content"]["application/json"]>;
export type UpdateGatewayResponse409 = Readable<operations["updateGateway"]["responses"][409]["content"]["application/json"]>;
export type UpdateGatewayResponse422 = Readable<operations["updateGateway"]["responses"][422]["content"]["application/json"]>;
export type UpdateGatewayResponse429 = Readable<operations["updateGateway"]["responses"][429]["content"]["application/json"]>;
export type UpdateGatewayResponseDefault = Readable<operations["updateGateway"]["responses"]["default"]["content"]["application/json"]>;
export type ApiType = Writable<components["schemas"]["ApiType"]>;
export type BodyBasedRouting = Writable<components["schemas"]["BodyBasedRouting"]>;
export type Condition = Readable<components["schemas"]["Condition"]>;
export type ConditionStatus = Readable<components["schemas"]["ConditionStatus"]>;
export type CoreWeaveAuth = Readable<components["schemas"]["CoreWeaveAuth"]>;
export type CreateGatewayRequest = Writable<components["schemas"]["CreateGatewayRequest"]>;
export type EndpointConfiguration = Writable<components["schemas"]["EndpointConfiguration"]>;
export type Error = Readable<components["schemas"]["Error"]>;
export type ErrorDetail = Readable<components["schemas"]["ErrorDetail"]>;
export type FieldViolation = Readable<components["schemas"]["FieldViolation"]>;
export type Gateway = Readable<components["schemas"]["Gateway"]>;
export type GatewayName = Writable<components["schemas"]["GatewayName"]>;
export type GatewayParametersResponse = Readable<components["schemas"]["GatewayParametersResponse"]>;
export type GatewayResponse = Readable<components["schemas"]["GatewayResponse"]>;
export type GatewaySpec = Readable<components["schemas"]["GatewaySpec"]>;
export type GatewayState = Readable<components["schemas"]["GatewayState"]>;
export type GatewayStatus = Readable<components["schemas"]["GatewayStatus"]>;
export type HeaderBasedRouting = Writable<components["schemas"]["HeaderBasedRouting"]>;
export type ListGatewaysResponse = Readable<components["schemas"]["ListGatewaysResponse"]>;
export type OneAuthentication = Writable<components["schemas"]["OneAuthentication"]>;
export type OneRouting = Writable<components["schemas"]["OneRouting"]>;
export type PathBasedRouting = Readable<components["schemas"]["PathBasedRouting"]>;
export type StoredApiType = Readable<components["schemas"]["StoredApiType"]>;
export type StoredBodyBasedRouting = Readable<components["schemas"]["StoredBodyBasedRouting"]>;
export type StoredEndpointConfiguration = Readable<components["schemas"]["StoredEndpointConfiguration"]>;
export type StoredHeaderBasedRouting = Readable<components["schemas"]["StoredHeaderBasedRouting"]>;
export type StoredWeightsAndBiasesAuth = Readable<components["schemas"]["StoredWeightsAndBiasesAuth"]>;
export type UpdateGatewayRequest = Writable<components["schemas"]["UpdateGatewayRequest"]>;
export type WeightsAndBiasesAuth = Writable<components["schemas"]["WeightsAndBiasesAuth"]>;
export type Zones = Writable<components["schemas"]["Zones"]>;
