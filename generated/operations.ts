// Generated from the OpenAPI document by `npm run generate`. Do not edit.

import type { ApiDescriptor } from "../src/client/index.ts"

export const api = {
  servers: ["https://api.coreweave.com"],
  securitySchemes: {
    bearerAuth: {
      type: "http",
      scheme: "bearer",
    },
  },
  secrets: ["apiKey"],
  operations: {
    listGateways: {
      operationId: "listGateways",
      method: "get",
      path: "/v1alpha1/inference/gateways",
      parameters: [
        {
          name: "updatedAfter",
          in: "query",
        },
      ],
      responses: {
        "200": ["application/json"],
      },
      results: {
        "200": ["object"],
      },
      security: [
        {
          bearerAuth: [],
        },
      ],
    },
    createGateway: {
      operationId: "createGateway",
      method: "post",
      path: "/v1alpha1/inference/gateways",
      parameters: [],
      requestBody: {
        required: true,
        mediaTypes: ["application/json"],
      },
      responses: {
        "200": ["application/json"],
      },
      results: {
        "200": ["object"],
      },
      security: [
        {
          bearerAuth: [],
        },
      ],
    },
    getGatewayParameters: {
      operationId: "getGatewayParameters",
      method: "get",
      path: "/v1alpha1/inference/gateways/parameters",
      parameters: [],
      responses: {
        "200": ["application/json"],
      },
      results: {
        "200": ["object"],
      },
      security: [
        {
          bearerAuth: [],
        },
      ],
    },
    getGateway: {
      operationId: "getGateway",
      method: "get",
      path: "/v1alpha1/inference/gateways/{id}",
      parameters: [
        {
          name: "id",
          in: "path",
          required: true,
          type: "string",
          reserved: ["parameters"],
        },
      ],
      responses: {
        "200": ["application/json"],
      },
      results: {
        "200": ["object"],
      },
      security: [
        {
          bearerAuth: [],
        },
      ],
    },
    deleteGateway: {
      operationId: "deleteGateway",
      method: "delete",
      path: "/v1alpha1/inference/gateways/{id}",
      parameters: [
        {
          name: "id",
          in: "path",
          required: true,
          type: "string",
          reserved: ["parameters"],
        },
      ],
      responses: {
        "200": ["application/json"],
      },
      results: {
        "200": ["object"],
      },
      security: [
        {
          bearerAuth: [],
        },
      ],
    },
    updateGateway: {
      operationId: "updateGateway",
      method: "patch",
      path: "/v1alpha1/inference/gateways/{id}",
      parameters: [
        {
          name: "id",
          in: "path",
          required: true,
          type: "string",
          reserved: ["parameters"],
        },
      ],
      requestBody: {
        required: true,
        mediaTypes: ["application/json"],
      },
      responses: {
        "200": ["application/json"],
      },
      results: {
        "200": ["object"],
      },
      security: [
        {
          bearerAuth: [],
        },
      ],
    },
  },
} as const satisfies ApiDescriptor

/** One descriptor for each operation, by the name of its method. */
export const operations = api.operations
